"""The programs of the test world: BIND, NSD and several Unbounds, and what they are told."""

import zones

NETWORKS = ["192.0.2", "198.51.100", "203.0.113"]  # for documentation, RFC 5737
RESOLVERS = ["192.0.2.101", "198.51.100.101", "203.0.113.101", "203.0.113.102"]
SYSTEM = "192.0.2.111"  # what /etc/resolv.conf of the world names; has an answer of its own for one name
INTERCEPTOR = "203.0.113.150"  # has an address for every name below .invalid
WRONG_TIME = "203.0.113.160"  # its certificate has run out
HOSTS_FILE_ADDRESS = "203.0.113.66"


def spread_of(count):
    """`count` domains, each at two servers of which there are many: budgets are counted per server."""
    ranges = [f"{net}.{last}" for net in NETWORKS for last in range(1, 255)]
    free = [address for address in ranges if address not in taken()]
    hosts = {f"h{index}": address for index, address in enumerate(free)}
    names = list(hosts)
    pairs = len(names) // 2
    return {f"d{index}.example": {name: hosts[name] for name in (names[2 * (index % pairs)],
                                                                 names[2 * (index % pairs) + 1])}
            for index in range(count)}


def taken():
    import world
    return {*zones.Zones.addresses(), *RESOLVERS, SYSTEM, INTERCEPTOR, WRONG_TIME, world.CLIENT, world.GATE}


def build(world):
    world.addresses = [*zones.Zones.addresses(), *RESOLVERS, SYSTEM, INTERCEPTOR, WRONG_TIME]
    spread = spread_of(world.options.domains)
    written = zones.Zones(world.folder, spread)
    written.write_all()
    world.link()
    redirect(world, {address: (zones.NS1, zones.NS2)[index % 2]
                     for hosts in spread.values() for index, address in enumerate(hosts.values())})
    start_named(world, written)  # it takes longest; what follows happens meanwhile
    start_nsd(world)
    start_twins(world)
    certificates(world)
    resolvers = [*RESOLVERS, SYSTEM, INTERCEPTOR, WRONG_TIME]
    for address in resolvers:
        start_unbound(world, address)
    world.replace("/etc/resolv.conf", f"nameserver {SYSTEM}\n")
    world.replace("/etc/hosts", f"127.0.0.1 localhost\n{HOSTS_FILE_ADDRESS} clerk.hosts-file.example\n")
    for address in [zones.ROOT, zones.LIMITED, zones.TWINS, *resolvers]:
        world.wait_until(lambda address=address: world.answers(address), address)


def redirect(world, targets):
    """The dead server's silence, the one whose answers about CAA get lost, and many servers in the place of two."""
    fails = "caa-fails.example"
    label = fails.split(".")[0].encode()
    question = bytes([len(label)]) + label[:7]
    name_size = len(fails) + 2
    lost = (f"udp dport 53 @th,160,64 0x{question.hex()} @th,{(20 + name_size) * 8},16 0x0101 drop\n")
    drop = f"ip daddr {zones.DEAD} drop\n{lost}"
    rules = f"table ip world {{ chain dead {{ type filter hook input priority 0;\n{drop} }}\n"
    if targets:
        world.run("ip", "-batch", "-", text="".join(f"route add {net}.0/24 dev lo\n" for net in NETWORKS))
        elements = ", ".join(f"{address} : {real}" for address, real in targets.items())
        rules += f"map place {{ type ipv4_addr : ipv4_addr; elements = {{ {elements} }} }}\n"
        for hook in ("prerouting", "output"):
            rules += f"chain {hook} {{ type nat hook {hook} priority -100; dnat to ip daddr map @place\n}}\n"
    world.run("nft", "-f", "-", text=rules + "}\n")


def certificates(world):
    """A CA of the world's own, and two certificates for the resolvers: a good one and one of the past."""
    every = ",".join(f"IP:{address}" for address in [*RESOLVERS, SYSTEM, INTERCEPTOR, WRONG_TIME])
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    ca = ["-CA", str(world.folder / "ca.pem"), "-CAkey", str(world.folder / "ca.key")]
    world.run(*request, "-subj", "/CN=DNS world", "-days", "2", "-keyout", str(world.folder / "ca.key"), "-out",
              str(world.folder / "ca.pem"))
    world.run(*request, "-subj", "/CN=resolver", "-keyout", str(world.folder / "tls.key"), "-out",
              str(world.folder / "own.pem"))
    extensions = world.write("extensions", f"subjectAltName={every}\nbasicConstraints=critical,CA:FALSE\n")
    for name, days in (("tls", "2"), ("past", "-1")):  # signed anew: only so may a certificate end before it begins
        world.run("openssl", "x509", "-in", str(world.folder / "own.pem"), "-clrext", "-extfile", extensions, *ca,
                  "-CAcreateserial", "-days", days, "-out", str(world.folder / f"{name}.pem"))


def start_named(world, written):
    listen = "; ".join(address for address in zones.Zones.addresses() if address not in (zones.DEAD, zones.LIMITED, zones.TWINS))
    configuration = world.write("named.conf", f"""options {{ directory "{world.folder}";
pid-file "{world.folder}/named.pid"; session-keyfile "{world.folder}/session.key";
listen-on {{ {listen}; }}; listen-on-v6 {{ none; }};
recursion no; dnssec-validation no; notify no; minimal-responses yes; check-names primary ignore; }};
controls {{ }};
{written.named_views()}""")
    world.start("named", "-g", "-n", "1", "-c", configuration)


def start_nsd(world):
    limited = world.write("limited.zone", zones.HEAD + "@ IN NS limited.dns-host.net.\n" + zones.FIVE)
    handed = world.write("handed.zone", zones.HEAD + "@ IN NS limited.dns-host.net.\n")
    configuration = world.write("nsd.conf", f"""server:
  ip-address: {zones.LIMITED}
  username: ""
  chroot: ""
  zonesdir: "{world.folder}"
  pidfile: "{world.folder}/nsd.pid"
  xfrdfile: ""
  zonelistfile: "{world.folder}/nsd.list"
  database: ""
  do-ip6: no
  server-count: 1
  verbosity: 0
  rrl-ratelimit: 10
  rrl-slip: 2
remote-control:
  control-enable: no
zone:
  name: limited.example
  zonefile: "{limited}"
zone:
  name: sub.records.example
  zonefile: "{handed}"
""")
    world.start("nsd", "-d", "-c", configuration)


def start_twins(world):
    """A provider that lets people enter two CNAMEs for one name."""
    name = "clerk.twins.example. 300 IN CNAME"
    data = "".join(f"  local-data: '{line}'\n" for line in (
        "twins.example. 300 IN SOA twins.dns-host.net. hostmaster.dns-host.net. 1 3600 600 86400 30",
        "twins.example. 300 IN NS twins.dns-host.net.",
        f"{name} frontend-api.clerk.services.",
        f"{name} shop.dns-host.net.",
    ))
    configuration = world.write("twins.conf", f"""server:
  interface: {zones.TWINS}@53
  access-control: 0.0.0.0/0 allow
  do-ip6: no
  username: ""
  chroot: ""
  directory: "{world.folder}"
  pidfile: ""
  use-syslog: no
  num-threads: 1
  module-config: "iterator"
  local-zone: "twins.example." static
{data}remote-control:
  control-enable: no
""")
    world.start("unbound", "-d", "-c", configuration)


def start_unbound(world, address):
    # One of the fixed servers that are searched for records of a domain that has moved.
    extra = f'local-data: "ns1.digitalocean.com 60 A {zones.OLD}"\n'
    if address == SYSTEM:
        extra += 'local-zone: "clerk.split-view.example" redirect\n'
        extra += 'local-data: "clerk.split-view.example 60 A 10.1.2.3"\n'
    if address == INTERCEPTOR:
        extra += 'local-zone: "invalid" redirect\nlocal-data: "invalid 60 A 203.0.113.151"\n'
    if address == RESOLVERS[-1]:
        extra += f"do-not-query-address: {zones.ALONE}\n"
    folder = world.folder
    certificate = "past" if address == WRONG_TIME else "tls"
    hints = world.write("root.hints", f". 3600 IN NS ns.root-servers.net.\nns.root-servers.net. 3600 IN A {zones.ROOT}\n")
    configuration = world.write(f"unbound-{address}.conf", f"""server:
  interface: {address}@53
  interface: {address}@443
  outgoing-interface: {address}
  access-control: 0.0.0.0/0 allow
  do-ip6: no
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: ""
  use-syslog: no
  num-threads: 1
  so-reuseport: no
  msg-cache-size: 1m
  rrset-cache-size: 1m
  ede: yes
  do-not-query-localhost: no
  qname-minimisation: no
  root-hints: "{hints}"
  trust-anchor-file: "{folder}/zones/anchor"
  local-zone: "test." nodefault
  local-zone: "invalid." nodefault
  https-port: 443
  tls-service-key: "{folder}/tls.key"
  tls-service-pem: "{folder}/{certificate}.pem"
  {extra}
remote-control:
  control-enable: yes
  control-interface: "{folder}/{address}.ctl"
""")
    world.start("unbound", "-d", "-c", configuration)
