#pragma once

#include "testkit/applekey.h"
#include "testkit/toldwatch.h"
#include "wizard/assistant.h"

#include <functional>

namespace golive {

/// Somebody who takes one application live, and does on every step what the step asks for: by the
/// view models' verbs, one at a time. Whatever goes wrong, this person tries again.
class Person
{
public:
    struct Wish
    {
        QString key; ///< for the Platform API
        QString applicationName;
        QString domain;
        QStringList providers; ///< by slug; the others are put off
        std::function<void()> enterRecords; ///< at the DNS provider
        bool hasWindow = false; ///< which enters the steps and leaves them
    };

    Person(Assistant &assistant, ToldWatch &watch, Wish wish)
        : m_assistant(assistant)
        , m_watch(watch)
        , m_wish(std::move(wish))
    {
        if (m_wish.hasWindow)
            return;
        // What the window does.
        QObject::connect(&assistant.flow(), &WizardFlow::currentChanged, &m_context, [this](Step now) {
            m_assistant.step(m_shown).leave();
            m_shown = now;
            m_assistant.step(now).enter();
        });
        m_assistant.step(m_shown).enter();
    }

    [[nodiscard]] bool isThrough() const
    {
        return m_assistant.flow().current() == Step::Summary && m_assistant.summary.state().finished
            && !m_assistant.summary.state().loading;
    }

    /// The program is at something, and says so.
    [[nodiscard]] bool mustWait() const
    {
        const auto &cards = m_assistant.providers.state().cards;
        const bool saves = std::any_of(cards.begin(), cards.end(), [](const ProvidersViewModel::Card &each) {
            return each.standing == ProvidersViewModel::Standing::Saving;
        });
        using Phase = ComparisonViewModel::Phase;
        const Phase comparing = m_assistant.comparison.state().phase;
        const auto &connecting = m_assistant.connectStep.state();
        const auto &creating = m_assistant.create.state();
        return connecting.phase == ConnectViewModel::Phase::Checking || connecting.saving || connecting.lookingUp
            || m_assistant.application.state().loading || m_assistant.application.state().opening
            || m_assistant.settings.state().reading == SettingsViewModel::Reading::UnderWay
            || creating.phase == CreateViewModel::Phase::Creating || creating.phase == CreateViewModel::Phase::Looking
            || m_assistant.providers.state().loading || saves || m_assistant.goLive.state().asking
            || m_assistant.goLive.state().keyTrouble.busy
            || m_assistant.goLive.state().keyPhase == GoLiveViewModel::KeyPhase::Asking || comparing == Phase::Reading
            || comparing == Phase::Previewing || comparing == Phase::Carrying || m_assistant.summary.state().loading;
    }

    /// Does the next thing; false when there is nothing to do but wait.
    bool act()
    {
        switch (m_assistant.flow().current()) {
        case Step::Start: return begin();
        case Step::Connect: return connectToClerk();
        case Step::Application: return chooseApplication();
        case Step::Settings: return chooseSettings();
        case Step::Domain: return chooseDomain();
        case Step::Create: return create();
        case Step::Providers: return saveProviders();
        case Step::Dns: return watchRecords();
        case Step::Compare: return carrySettingsOver();
        case Step::GoLive: return takeKeys();
        case Step::HandOver: return handOver();
        case Step::Summary: return lookAtSummary();
        }
        Q_UNREACHABLE();
    }

    /// What the present step says is wrong, or happened; empty when it says nothing.
    [[nodiscard]] QString told() const
    {
        QStringList texts;
        for (const Notice &each : notices())
            if (each.tone != Notice::Tone::None && each.tone != Notice::Tone::Success)
                texts.append(each.text);
        if (m_assistant.flow().current() == Step::Dns)
            texts.append(m_assistant.dns.state().clerkLine);
        if (m_assistant.flow().current() == Step::GoLive)
            texts.append(m_assistant.goLive.state().remark);
        texts.removeAll(QString());
        return texts.join(QLatin1Char('\n'));
    }

    /// What a person types for a provider's field.
    [[nodiscard]] static QString answerFor(const QString &slug, const ProvidersViewModel::Field &field)
    {
        if (!field.choices.isEmpty())
            return field.choices.constLast();
        if (field.multiline)
            return QString::fromLatin1(samplePrivateKey());
        if (field.key == QLatin1String("team_id"))
            return QStringLiteral("A1B2C3D4E5");
        if (field.key == QLatin1String("key_id"))
            return QStringLiteral("F6G7H8I9J0");
        return QStringLiteral("the-%1-of-%2").arg(field.key, slug).replace(QLatin1Char('_'), QLatin1Char('-'));
    }

private:
    [[nodiscard]] QList<Notice> notices() const
    {
        switch (m_assistant.flow().current()) {
        case Step::Start: return {m_assistant.start.state().notice};
        case Step::Connect: return {m_assistant.connectStep.state().notice};
        case Step::Application: return {m_assistant.application.state().notice};
        case Step::Settings: return {m_assistant.settings.state().notice};
        case Step::Domain: return {m_assistant.domain.state().notice};
        case Step::Create:
            return {m_assistant.create.state().outcome, m_assistant.create.state().keyTrouble.notice,
                    m_assistant.create.state().domainNotice};
        case Step::Providers: break;
        case Step::Dns: return {m_assistant.dns.state().notice};
        case Step::Compare: return {m_assistant.comparison.state().notice};
        case Step::GoLive: return {m_assistant.goLive.state().notice, m_assistant.goLive.state().keyTrouble.notice};
        case Step::HandOver: return {m_assistant.handOver.state().notice};
        case Step::Summary: return {m_assistant.summary.state().notice};
        }
        QList<Notice> all {m_assistant.providers.state().notice, m_assistant.providers.state().storeTrouble.notice};
        for (const auto &card : m_assistant.providers.state().cards)
            all.append(card.notice);
        return all;
    }

    bool begin()
    {
        const auto earlier = m_assistant.start.state().earlier; // going on makes a new State
        for (const auto &each : earlier)
            if (each.applicationName == m_wish.applicationName) {
                m_assistant.start.continueDeployment(each.applicationId);
                return true;
            }
        m_assistant.start.goForward();
        return true;
    }

    bool connectToClerk()
    {
        if (m_assistant.connectStep.state().phase == ConnectViewModel::Phase::Asking)
            m_assistant.connectStep.setKey(m_wish.key);
        m_assistant.connectStep.goForward();
        return true;
    }

    bool chooseApplication()
    {
        const auto rows = m_assistant.application.state().rows; // selecting makes a new State
        for (const auto &row : rows)
            if (row.name == m_wish.applicationName)
                m_assistant.application.select(row.id);
        m_assistant.application.goForward();
        return true;
    }

    bool chooseSettings()
    {
        m_assistant.settings.choose(DeployPlan::Settings::CloneDevelopment);
        m_assistant.settings.goForward();
        return true;
    }

    bool chooseDomain()
    {
        if (m_assistant.domain.state().domain != m_wish.domain) {
            m_assistant.domain.setDomain(m_wish.domain);
            m_assistant.domain.finishDomain();
            m_readsAboutDomain = true;
            return true;
        }
        if (std::exchange(m_readsAboutDomain, false))
            return false; // while Golive looks where it is in use
        m_assistant.domain.goForward();
        return true;
    }

    bool create()
    {
        const auto &state = m_assistant.create.state();
        if (state.canLookAgain)
            m_assistant.create.lookAgain();
        else if (state.canCreate)
            m_assistant.create.create();
        else if (!state.keyTrouble.notice.isEmpty() && !state.keyTrouble.busy && m_keptAgain++ < 3)
            m_assistant.create.keepKey();
        else
            m_assistant.create.goForward();
        return true;
    }

    bool saveProviders()
    {
        const auto &state = m_assistant.providers.state();
        if (state.stale || !state.known) {
            m_assistant.providers.reload();
            return true;
        }
        const auto cards = state.cards;
        for (const auto &card : cards) {
            using Standing = ProvidersViewModel::Standing;
            if (card.standing != Standing::NotStarted && card.standing != Standing::PartlyFilled)
                continue;
            if (!m_wish.providers.contains(card.slug)) {
                m_assistant.providers.leaveOut(card.slug);
                return true;
            }
            for (const auto &field : card.fields)
                if (field.value.isEmpty() && !field.filled && field.key != QLatin1String("bundle_id"))
                    m_assistant.providers.setValue(card.slug, field.key, answerFor(card.slug, field));
            m_assistant.providers.save(card.slug);
            return true;
        }
        m_assistant.providers.goForward();
        return true;
    }

    bool watchRecords()
    {
        if (recordsAreSeenByClerk(m_assistant.deployment().facts())) {
            m_assistant.dns.goForward();
            return true;
        }
        if (m_watch.view().allPublished || m_watch.watchedRecords.isEmpty())
            return false;
        m_wish.enterRecords();
        RecordWatch::View view;
        view.allPublished = true;
        view.readyForClerk = true;
        m_watch.see(view);
        return true;
    }

    bool carrySettingsOver()
    {
        using Phase = ComparisonViewModel::Phase;
        ComparisonViewModel &comparison = m_assistant.comparison;
        if (comparison.state().phase == Phase::Empty && comparison.state().hasBoth) {
            comparison.compare();
            return true;
        }
        if (comparison.state().phase == Phase::Previewed) {
            comparison.carryOver();
            return true;
        }
        if (comparison.state().phase == Phase::Choosing && comparison.state().canTickAll) {
            comparison.tickAll(true);
            comparison.preview();
            return true;
        }
        comparison.goForward();
        return true;
    }

    bool takeKeys()
    {
        const auto &state = m_assistant.goLive.state();
        if (!state.complete)
            return false;
        if (state.keyPhase != GoLiveViewModel::KeyPhase::Here) {
            m_assistant.goLive.loadKeys();
            return true;
        }
        m_assistant.goLive.goForward();
        return true;
    }

    bool handOver()
    {
        m_assistant.handOver.setKeysTaken(true);
        return passBy(m_assistant.handOver);
    }

    static bool passBy(StepViewModel &step)
    {
        step.goForward();
        return true;
    }

    bool lookAtSummary()
    {
        const Action next = m_assistant.deployment().next();
        if (next == Action::Finished)
            m_assistant.summary.reload();
        else
            m_assistant.flow().resume();
        return true;
    }

    Assistant &m_assistant;
    ToldWatch &m_watch;
    Wish m_wish;
    QObject m_context;
    Step m_shown = Step::Start;
    bool m_readsAboutDomain = false;
    int m_keptAgain = 0;
};

} // namespace golive
