#include "wizard/layoutpicture.h"

#include "model/publicsuffix.h"
#include "wizard/domainwords.h"

#include <QLocale>

namespace golive {
namespace {

using Kind = HostPicture::Kind;
using Carries = HostPicture::Carries;

/// Where Clerk's proxy traffic ends. https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi
QString clerksOwnHost()
{
    return QStringLiteral("frontend-api.clerk.dev");
}

QString session()
{
    return QStringLiteral("__session");
}

QString client()
{
    return QStringLiteral("__client");
}

QString written(const QString &host)
{
    return DomainWords::asPeopleWriteIt(host);
}

bool hasApplication(const HostLayout &layout)
{
    return layout.choices().nativeApp || layout.choices().extension;
}

/// A website always has one, if only on its own host; an app may do without.
bool hasBackend(const HostLayout &layout)
{
    return layout.choices().website || !layout.apiHost().isEmpty();
}

} // namespace

HostPicture LayoutPicture::of(const HostLayout &layout)
{
    HostPicture picture;
    picture.unknownHost = tr("not known yet");
    if (layout.choices().website)
        picture.clients.append(website(layout));
    if (hasApplication(layout))
        picture.clients.append(application(layout));
    if (hasBackend(layout))
        picture.servers.append(backend(layout));
    picture.servers.append(clerk(layout));
    if (layout.has(LayoutCase::SharedRoot))
        picture.servers.append(stranger(layout));
    if (hasBackend(layout))
        linkToBackend(picture, layout);
    linkToClerk(picture, layout);
    picture.description = description(picture);
    return picture;
}

HostPicture::Box LayoutPicture::website(const HostLayout &layout)
{
    const bool several = layout.frontEnds().size() > 1;
    HostPicture::Box box;
    box.kind = Kind::Website;
    box.title = several ? tr("Your websites") : tr("Your website");
    for (const FrontEnd &each : layout.frontEnds()) {
        HostPicture::Place place {each.isSatellite ? tr("Satellite") : QString(), written(each.host), {session()}};
        if (layout.isProxied() && each.host == layout.clerkHost())
            place.cookies.append(client());
        box.places.append(place);
    }
    if (box.places.isEmpty())
        box.places.append(HostPicture::Place {{}, {}, {session()}});
    return box;
}

HostPicture::Box LayoutPicture::application(const HostLayout &layout)
{
    const HostChoices &choices = layout.choices();
    HostPicture::Box box;
    box.kind = Kind::Application;
    if (choices.nativeApp && choices.extension)
        box.title = tr("Your apps");
    else
        box.title = choices.nativeApp ? tr("Your app") : tr("Your extension or program");
    box.places.append({tr("Keeps the session itself"), {}, {}});
    return box;
}

HostPicture::Box LayoutPicture::backend(const HostLayout &layout)
{
    HostPicture::Box box;
    box.kind = Kind::Backend;
    box.title = tr("Your backend");
    const bool separate = layout.choices().backend == HostChoices::Backend::SeparateHost;
    if (layout.choices().website && !separate && layout.frontEnds().size() > 1) {
        for (const FrontEnd &each : layout.frontEnds())
            box.places.append({{}, written(each.host), {}});
        return box;
    }
    const bool shares = layout.choices().website && layout.apiRelation() == HostRelation::SameOrigin;
    box.places.append({shares ? tr("On the website’s own host") : QString(), written(layout.apiHost()), {}});
    return box;
}

HostPicture::Box LayoutPicture::clerk(const HostLayout &layout)
{
    HostPicture::Box box;
    box.kind = Kind::Clerk;
    box.title = tr("Clerk");
    if (layout.isProxied()) {
        box.places.append({tr("Your server speaks for the browser"), clerksOwnHost(), {}});
    } else {
        box.places.append({{}, written(layout.clerkHost()), {client()}});
    }
    for (const QString &satellite : layout.satellites())
        box.places.append({tr("For the satellite"), QStringLiteral("clerk.") + written(satellite), {}});
    return box;
}

HostPicture::Box LayoutPicture::stranger(const HostLayout &layout)
{
    HostPicture::Box box;
    box.kind = Kind::Stranger;
    box.title = tr("Other Clerk applications");
    box.places.append({tr("Users and keys of their own"), written(registrablePart(layout.domain())), {}});
    return box;
}

/// One link with the cookie, one with a token, or both; who is meant is said where it is not everybody.
void LayoutPicture::linkToBackend(HostPicture &picture, const HostLayout &layout)
{
    const bool mixed = layout.usesCookie() && layout.usesBearerToken();
    const auto senders = [&](SessionTransport transport) {
        QStringList names;
        for (const FrontEnd &each : layout.frontEnds())
            if (each.transport == transport)
                names.append(written(each.host));
        if (transport == SessionTransport::BearerToken && hasApplication(layout))
            names.append(application(layout).title);
        return mixed ? QLocale().createSeparatedList(names) : QString();
    };
    if (layout.usesCookie())
        picture.links.append({0, Carries::Cookie, senders(SessionTransport::Cookie), tr("Cookie goes along"), false});
    if (layout.usesBearerToken() || !layout.usesCookie())
        picture.links.append(
            {0, Carries::Token, senders(SessionTransport::BearerToken), QStringLiteral("Authorization: Bearer"), true});
}

void LayoutPicture::linkToClerk(HostPicture &picture, const HostLayout &layout)
{
    const qsizetype server = hasBackend(layout) ? 1 : 0;
    const QString words = layout.isProxied() ? tr("Your server hands on %1").arg(layout.choices().proxyPath)
                                             : tr("Signs in, fetches tokens");
    picture.links.append({server, Carries::Neither, {}, words, false});
}

QString LayoutPicture::description(const HostPicture &picture)
{
    QStringList sentences;
    for (const HostPicture::Box &each : picture.clients)
        sentences.append(sentence(picture, each));
    for (const HostPicture::Box &each : picture.servers)
        sentences.append(sentence(picture, each));
    for (const HostPicture::Link &each : picture.links)
        sentences.append(sentence(picture, each));
    return sentences.join(QLatin1Char('\n'));
}

QString LayoutPicture::sentence(const HostPicture &picture, const HostPicture::Box &box)
{
    QStringList places;
    for (const HostPicture::Place &place : box.places) {
        QStringList parts;
        if (!place.remark.isEmpty())
            parts.append(place.remark);
        if (box.kind != Kind::Application)
            parts.append(place.host.isEmpty() ? picture.unknownHost : place.host);
        if (!place.cookies.isEmpty())
            parts.append(tr("where %1 lives").arg(QLocale().createSeparatedList(place.cookies)));
        places.append(parts.join(QStringLiteral(", ")));
    }
    return tr("%1: %2.").arg(box.title, places.join(QStringLiteral("; ")));
}

QString LayoutPicture::sentence(const HostPicture &picture, const HostPicture::Link &link)
{
    const QString server = picture.servers[link.server].title;
    return link.who.isEmpty() ? tr("To “%1”: %2.").arg(server, link.words)
                              : tr("From %1 to “%2”: %3.").arg(link.who, server, link.words);
}

} // namespace golive
