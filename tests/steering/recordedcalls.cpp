#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

// Loaded into the program ahead of the C library (LD_PRELOAD): writes down whom it turns to, one line each, into the
// file that GOLIVE_RECORDED_CALLS names, and lets it.

namespace {

void record(const char *what, const char *whom, int port)
{
    const char *path = std::getenv("GOLIVE_RECORDED_CALLS");
    const int file = path == nullptr ? -1 : ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    char line[600];
    const int length = std::snprintf(line, sizeof(line), "%s %s %d\n", what, whom, port);
    if (length > 0 && ::write(file, line, static_cast<std::size_t>(length)) < 0)
        std::abort();
    ::close(file);
}

/// Other kinds of address lead nowhere beyond this computer.
void record(const char *what, const sockaddr *address)
{
    char text[INET6_ADDRSTRLEN] = "";
    if (address != nullptr && address->sa_family == AF_INET) {
        const auto *v4 = reinterpret_cast<const sockaddr_in *>(address);
        inet_ntop(AF_INET, &v4->sin_addr, text, sizeof(text));
        record(what, text, ntohs(v4->sin_port));
    } else if (address != nullptr && address->sa_family == AF_INET6) {
        const auto *v6 = reinterpret_cast<const sockaddr_in6 *>(address);
        inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof(text));
        record(what, text, ntohs(v6->sin6_port));
    }
}

template<typename Function>
Function *original(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int connect(int socket, const sockaddr *address, socklen_t length)
{
    record("connect", address);
    return original<decltype(connect)>("connect")(socket, address, length);
}

ssize_t sendto(int socket, const void *bytes, size_t size, int flags, const sockaddr *address, socklen_t length)
{
    record("send", address);
    return original<decltype(sendto)>("sendto")(socket, bytes, size, flags, address, length);
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    record("send", static_cast<const sockaddr *>(message->msg_name));
    return original<decltype(sendmsg)>("sendmsg")(socket, message, flags);
}

int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **found)
{
    record("resolve", node == nullptr ? "" : node, 0);
    return original<decltype(getaddrinfo)>("getaddrinfo")(node, service, hints, found);
}
}
