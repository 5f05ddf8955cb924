// A router between two networks of one computer that makes every packet wait, for kernels that
// cannot delay by themselves. Each network gets a TUN device, and what is sent into one comes out
// of the other later. It says "ready" when both devices are there.
//
//   router --delay MS --link NETWORK:DEVICE --link NETWORK:DEVICE [--slower ADDRESS=MS]...
//
// NETWORK is the file of a network namespace. The delay is one way; --slower adds to it for packets
// from and to one address.

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <queue>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Delay = std::chrono::duration<double, std::milli>;

struct Link
{
    std::string network;
    std::string device;
    int file = -1;
};

struct Options
{
    Delay delay {0};
    std::vector<Link> links;
    std::map<uint32_t, Delay> slower; // by address, in network byte order
};

struct Packet
{
    Clock::time_point due;
    uint64_t number = 0; // packets that are due at once leave in the order they came
    size_t towards = 0;
    std::vector<char> bytes;

    bool operator<(const Packet &other) const { return due != other.due ? due > other.due : number > other.number; }
};

[[noreturn]] void giveUp(const std::string &what)
{
    std::perror(("router: " + what).c_str());
    std::exit(1);
}

Options optionsFrom(int argc, char *argv[])
{
    Options options;
    for (int at = 1; at + 1 < argc; at += 2) {
        const std::string name = argv[at];
        const std::string value = argv[at + 1];
        const size_t colon = value.rfind(':');
        const size_t equals = value.find('=');
        if (name == "--delay") {
            options.delay = Delay(std::stod(value));
        } else if (name == "--link" && colon != std::string::npos) {
            options.links.push_back({value.substr(0, colon), value.substr(colon + 1)});
        } else if (name == "--slower" && equals != std::string::npos) {
            in_addr address {};
            if (inet_pton(AF_INET, value.substr(0, equals).c_str(), &address) == 1)
                options.slower[address.s_addr] = Delay(std::stod(value.substr(equals + 1)));
        }
    }
    return options;
}

/// Leaves this process in the network it was in.
void open(Link &link)
{
    const int home = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    const int there = ::open(link.network.c_str(), O_RDONLY | O_CLOEXEC);
    if (home < 0 || there < 0 || setns(there, CLONE_NEWNET) != 0)
        giveUp(link.network);
    link.file = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request {};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strncpy(request.ifr_name, link.device.c_str(), IFNAMSIZ - 1);
    if (link.file < 0 || ioctl(link.file, TUNSETIFF, &request) != 0)
        giveUp("/dev/net/tun");
    if (setns(home, CLONE_NEWNET) != 0)
        giveUp("the way back");
    close(home);
    close(there);
}

class Router
{
public:
    explicit Router(Options options)
        : m_options(std::move(options))
    {
    }

    [[noreturn]] void run()
    {
        std::array<pollfd, 2> watched {{{m_options.links[0].file, POLLIN, 0}, {m_options.links[1].file, POLLIN, 0}}};
        for (;;) {
            const timespec wait = untilNext();
            if (ppoll(watched.data(), watched.size(), m_waiting.empty() ? nullptr : &wait, nullptr) > 0)
                for (size_t from = 0; from < watched.size(); ++from)
                    if (watched[from].revents != 0)
                        take(from);
            passOn();
        }
    }

private:
    [[nodiscard]] timespec untilNext() const
    {
        if (m_waiting.empty())
            return {};
        const auto left = std::max(m_waiting.top().due - Clock::now(), Clock::duration(0));
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
        return {seconds.count(), std::chrono::nanoseconds(left - seconds).count()};
    }

    void take(size_t from)
    {
        for (;;) {
            const ssize_t size = read(m_options.links[from].file, m_buffer.data(), m_buffer.size());
            if (size <= 0)
                return;
            const bool isV4 = size >= 20 && (m_buffer[0] >> 4) == 4;
            if (!isV4)
                continue;
            const auto delay = std::chrono::duration_cast<Clock::duration>(m_options.delay + slower(12) + slower(16));
            m_waiting.push({Clock::now() + delay, m_number++, 1 - from, {m_buffer.begin(), m_buffer.begin() + size}});
        }
    }

    /// `offset` of the address in an IPv4 header.
    [[nodiscard]] Delay slower(size_t offset) const
    {
        uint32_t address = 0;
        std::memcpy(&address, m_buffer.data() + offset, sizeof address);
        const auto found = m_options.slower.find(address);
        return found == m_options.slower.end() ? Delay(0) : found->second;
    }

    void passOn()
    {
        const Clock::time_point now = Clock::now();
        while (!m_waiting.empty() && m_waiting.top().due <= now) {
            const Packet &packet = m_waiting.top();
            // A full queue loses packets, as routers do.
            (void)!write(m_options.links[packet.towards].file, packet.bytes.data(), packet.bytes.size());
            m_waiting.pop();
        }
    }

    Options m_options;
    std::priority_queue<Packet> m_waiting;
    std::array<char, 65536> m_buffer {};
    uint64_t m_number = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    Options options = optionsFrom(argc, argv);
    if (options.links.size() != 2) {
        std::fputs("usage: router --delay MS --link NETWORK:DEVICE --link NETWORK:DEVICE [--slower ADDRESS=MS]...\n",
                   stderr);
        return 2;
    }
    for (Link &link : options.links)
        open(link);
    std::puts("ready");
    std::fflush(stdout);
    static Router router(std::move(options));
    router.run();
}
