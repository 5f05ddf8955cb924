"""What the test world's servers say: every zone as text, by the view that serves it."""

import subprocess
from pathlib import Path

ROOT = "192.0.2.1"
TLD = "192.0.2.2"
NS1 = "192.0.2.53"
NS2 = "198.51.100.53"
ALONE = "203.0.113.30"  # NS1 again, at an address one resolver never asks
OLD = "203.0.113.10"  # the provider a domain has moved away from
CLERK = "203.0.113.20"
LAME = "203.0.113.77"  # refuses everything
DEAD = "203.0.113.99"  # swallows everything
LIMITED = "198.51.100.77"  # NSD, which limits the rate of equal answers
TWINS = "203.0.113.44"  # an Unbound with two CNAMEs for one name, which BIND and NSD refuse to load

HEAD = "$TTL 300\n@ IN SOA ns1.dns-host.net. hostmaster.dns-host.net. 1 3600 600 86400 30\n"
BOTH = "@ IN NS ns1.dns-host.net.\n@ IN NS ns2.dns-host.net.\n"
FIVE = """clerk IN CNAME frontend-api.clerk.services.
accounts IN CNAME accounts.clerk.services.
clkmail IN CNAME mail.token.clerk.services.
clk._domainkey IN CNAME dkim1.token.clerk.services.
clk2._domainkey IN CNAME dkim2.token.clerk.services.
"""

HOSTS = {"ns1": NS1, "ns2": NS2, "alone": ALONE, "old": OLD, "clerk": CLERK, "lame": LAME, "dead": DEAD,
         "limited": LIMITED, "twins": TWINS}

RECORDS = BOTH + """right IN CNAME right.clerk.services.
typo IN CNAME typo.clerk.service.
wrong IN CNAME shop.dns-host.net.
swapped IN CNAME accounts.clerk.services.
nodot IN CNAME nodot.clerk.services
doubled.records.example IN CNAME doubled.clerk.services.
clk.domainkey IN CNAME dkim1.token.clerk.services.
www.level IN CNAME level.clerk.services.
address IN A 192.0.2.7
flat IN A 203.0.113.21
proxied IN A 104.18.9.9
text IN TXT "text.clerk.services"
mail IN MX 10 mx.dns-host.net.
sub IN NS limited.dns-host.net.
detour IN CNAME step
step IN CNAME far.clerk.services.
lost IN CNAME gone.clerk.services.
shop IN CNAME right.clerk.services.
"""

# Zones both of a provider's servers hold alike.
PLAIN = {
    "dns-host.net": BOTH + "".join(f"{name} IN A {address}\n" for name, address in HOSTS.items())
                    + "six IN AAAA 2001:db8::53\nshop IN A 192.0.2.8\nmx IN A 192.0.2.8\n",
    "worldnic.com": BOTH + f"ns1 IN A {NS1}\nns2 IN A {NS2}\n",  # a provider that may refuse underscores
    "refused.example": "@ IN NS ns1.worldnic.com.\n@ IN NS ns2.worldnic.com.\n"
                       "clk.domainkey IN CNAME dkim1.token.clerk.services.\n",
    "right.example": BOTH + FIVE,
    "nearly.example": BOTH + FIVE.replace("accounts IN", "accounts.nearly.example IN"),
    "empty.example": BOTH,
    "live.example": BOTH,
    "early.example": BOTH,
    "edited.example": BOTH + "clerk 600 IN CNAME old.clerk.services.\n",
    "records.example": RECORDS,
    "wild.example": BOTH + "* IN CNAME shop.dns-host.net.\n",
    "lame-wild.example": "@ IN NS ns1.dns-host.net.\n@ IN NS lame.dns-host.net.\n* IN A 192.0.2.8\n",
    "wild-text.example": BOTH + '* IN TXT "v=spf1 -all"\n',
    "wild-mail.example": BOTH + "* IN MX 10 mx.dns-host.net.\n",
    "low.example": BOTH + "app IN A 192.0.2.8\nclerk.app IN CNAME frontend-api.clerk.services.\n",
    "low-wild.example": BOTH + "app IN A 192.0.2.8\n* IN A 192.0.2.9\n",
    "proxied-wild.example": BOTH + "* IN A 104.18.9.9\nclerk IN A 104.18.9.9\n",
    "dname.example": BOTH + "app IN DNAME right.example.\n",
    "apex.example": BOTH + "@ IN A 203.0.113.21\n",
    "split.example": BOTH.replace("ns2", "old") + FIVE,
    "lame.example": "@ IN NS ns1.dns-host.net.\n@ IN NS lame.dns-host.net.\n" + FIVE,
    "dead.example": "@ IN NS ns1.dns-host.net.\n@ IN NS dead.dns-host.net.\n" + FIVE,
    "six.example": "@ IN NS ns1.dns-host.net.\n@ IN NS six.dns-host.net.\n" + FIVE,
    "moved.example": BOTH,
    "bogus.example": BOTH + FIVE,
    "signed.example": BOTH + FIVE,
    "trouble.example": "@ IN NS alone.dns-host.net.\n" + FIVE,
    "split-view.example": BOTH + FIVE,
    "hosts-file.example": BOTH + FIVE,
    "xn--bcher-kva.example": BOTH + FIVE,
    "changed.test": BOTH + FIVE,
    "caa-forbids.example": BOTH + FIVE + '@ IN CAA 0 issue "issuer.example"\n',
    "caa-nobody.example": BOTH + FIVE + '@ IN CAA 0 issue ";"\n',
    "caa-one.example": BOTH + FIVE + '@ IN CAA 0 issue "letsencrypt.org"\n',
    "caa-both.example": BOTH + FIVE + '@ IN CAA 0 issue "letsencrypt.org"\n@ IN CAA 0 issue "pki.goog"\n',
    "caa-method.example": BOTH + FIVE + '@ IN CAA 0 issue "letsencrypt.org; validationmethods=dns-01"\n'
                          '@ IN CAA 0 issue "pki.goog"\n',
    "caa-critical.example": BOTH + FIVE + '@ IN CAA 128 unheardof "x"\n',
    "caa-wild.example": BOTH + FIVE + '@ IN CAA 0 issuewild ";"\n',
    "caa-fails.example": BOTH + FIVE,
    "caa-target.example": BOTH + "clerk IN CNAME ruled.clerk.services.\n",
}

# Zones the registry hands to other servers than the usual two.
HANDED_TO = {"lame.example": ["ns1", "lame"], "lame-wild.example": ["ns1", "lame"],
             "dead.example": ["ns1", "dead"], "six.example": ["ns1", "six"],
             "silent.example": ["dead"], "inactive.example": ["lame"], "trouble.example": ["alone"],
             "limited.example": ["limited"], "twins.example": ["twins"], "changed.test": ["old"],
             "refused.example": ["ns1.worldnic.com.", "ns2.worldnic.com."]}

CLERK_SERVICES = "@ IN NS clerk.dns-host.net.\n" + "".join(
    f"{name} IN A 203.0.113.{21 + index}\n"
    for index, name in enumerate(["flat", "frontend-api", "accounts", "mail.token", "right", "nodot", "doubled",
                                  "text", "far", "half", "address", "proxied", "typo", "old", "level", "ruled"])
) + '''dkim1.token IN TXT "k=rsa; p=one"
dkim2.token IN TXT "k=rsa; p=two"
ruled IN CAA 0 issue "issuer.example"
'''


def delegation(zone):
    hosts = HANDED_TO.get(zone, ["ns1", "ns2"])
    return "".join(f"{zone}. IN NS {host if host.endswith('.') else host + '.dns-host.net.'}\n" for host in hosts)


class Zones:
    """Writes the zone files and named's views. `spread` maps further zones to the hosts that hold them."""

    def __init__(self, folder, spread=None):
        self.folder = Path(folder) / "zones"
        self.folder.mkdir()
        self.spread = spread or {}
        self.views = {}

    def write_all(self):
        customers = {**PLAIN, **{zone: "".join(f"@ IN NS {host}.dns-host.net.\n" for host in hosts) + FIVE
                                 for zone, hosts in self.spread.items()}}
        spread_hosts = {host: address for hosts in self.spread.values() for host, address in hosts.items()}
        customers["dns-host.net"] += "".join(f"{host} IN A {address}\n" for host, address in spread_hosts.items())
        signed_ds = self.add("ns1", "signed.example", customers.pop("signed.example"), sign=True)
        self.views["ns2"] = {"signed.example": self.folder / "ns2-signed.example.signed"}
        self.views["ns2"]["signed.example"].write_text(self.views["ns1"]["signed.example"].read_text())
        for zone, text in customers.items():
            for view in ("ns1", "ns2"):
                self.add(view, zone, text)
        self.add("ns1", "disagree.example", BOTH + FIVE)
        self.add("ns2", "disagree.example", BOTH)
        for zone in ("moved.example", "split.example"):
            self.add("old", zone, "@ IN NS old.dns-host.net.\n" + FIVE)
        self.add("old", "changed.test", "@ IN NS old.dns-host.net.\n")
        self.add("clerk", "clerk.services", CLERK_SERVICES)
        self.add("lame", "unrelated.invalid", BOTH)
        self.add_registries(sorted(customers) + ["signed.example", "disagree.example", "silent.example",
                                                 "inactive.example", "limited.example", "twins.example"], signed_ds)

    def add_registries(self, zones, signed_ds):
        held = {tld: "".join(delegation(zone) for zone in zones if zone.endswith(f".{tld}") and zone not in self.spread)
                for tld in ("example", "test", "net", "com")}
        held["example"] += "".join(f"{zone}. IN NS {host}.dns-host.net.\n"
                                   for zone, hosts in self.spread.items() for host in hosts)
        glue = "".join(f"{name}.dns-host.net. IN A {address}\n" for name, address in HOSTS.items())
        held["net"] += glue
        held["com"] += f"ns1.worldnic.com. IN A {NS1}\nns2.worldnic.com. IN A {NS2}\n"
        held["services"] = "clerk.services. IN NS clerk.dns-host.net.\n"
        # The seal of a provider that is gone, as it stays behind at the registry after a move.
        left_behind = "bogus.example. IN DS 4711 13 2 " + "ab" * 32 + "\n"
        held["example"] += left_behind + signed_ds
        top = "@ IN NS ns.tld-servers.net.\n"
        held["net"] += f"ns.tld-servers.net. IN A {TLD}\n"
        example_ds = self.add("tld", "example", top + held.pop("example"), sign=True)
        for tld, text in held.items():
            self.add("tld", tld, top + text)
        root = "@ IN NS ns.root-servers.net.\n" + f"ns.root-servers.net. IN A {ROOT}\n" + "".join(
            f"{tld}. IN NS ns.tld-servers.net.\n" for tld in ("example", "test", "net", "com", "services")
        ) + f"ns.tld-servers.net. IN A {TLD}\n" + example_ds
        self.add("root", ".", root, sign=True)

    def add(self, view, zone, text, sign=False):
        path = self.folder / f"{view}-{'root' if zone == '.' else zone}"
        path.write_text(HEAD + text)
        ds = ""
        if sign:
            ds = self.sign(zone, path)
            path = path.with_name(path.name + ".signed")
        self.views.setdefault(view, {})[zone] = path
        return ds

    def sign(self, zone, path):
        run = {"cwd": self.folder, "check": True, "capture_output": True, "text": True}
        key = subprocess.run(["dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-f", "KSK", zone], **run).stdout.strip()
        if zone == ".":
            (self.folder / "anchor").write_text((self.folder / f"{key}.key").read_text())
        with path.open("a") as zone_file:
            zone_file.write(f"$INCLUDE {key}.key\n")
        subprocess.run(["dnssec-signzone", "-z", "-P", "-o", zone, "-f", f"{path.name}.signed", path.name, key], **run)
        return (self.folder / f"dsset-{zone.rstrip('.')}.").read_text() if zone != "." else ""

    def named_views(self):
        addresses = {"root": [ROOT], "tld": [TLD], "ns1": [NS1, ALONE], "ns2": [NS2], "old": [OLD], "clerk": [CLERK],
                     "lame": [LAME]}
        text = ""
        for view, zones in self.views.items():
            text += f'view "{view}" {{ match-destinations {{ {"; ".join(addresses[view])}; }}; recursion no;\n'
            for zone, path in zones.items():
                text += f'zone "{zone}" {{ type primary; file "{path}"; allow-update {{ any; }}; }};\n'
            text += "};\n"
        return text

    @staticmethod
    def addresses():
        return [ROOT, TLD, *HOSTS.values()]
