#pragma once

#include "wizard/steps/hostform.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace golive {

class BulletList;
class ChoiceCard;
class FieldRow;
class HostDiagram;
class HostField;
class StatusLabel;
class TextLabel;

/// Three questions about where the parts of the application live, the drawing of the answer, and
/// what it means.
class HostLayoutBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit HostLayoutBlock(HostForm &form, QWidget *parent = nullptr);

private:
    /// A field with its row.
    struct Entry
    {
        HostField *field = nullptr;
        FieldRow *row = nullptr;
    };

    void buildClients();
    void buildBackend();
    void buildSpecial();
    void buildMeaning();
    void bind();
    void render();
    void renderSpecial(const HostForm::State &state);
    [[nodiscard]] Entry addEntry(const QString &label, const char *objectName, const QString &placeholder);
    [[nodiscard]] QCheckBox *addTick(const QString &text, const char *objectName, const QString &explanation);

    HostForm &m_form;
    QVBoxLayout *m_column;
    QCheckBox *m_website = nullptr;
    QCheckBox *m_nativeApp = nullptr;
    QCheckBox *m_extension = nullptr;
    StatusLabel *m_audienceProblem = nullptr;
    Entry m_sites;
    TextLabel *m_backendTitle = nullptr;
    QWidget *m_backendChoices = nullptr;
    ChoiceCard *m_sameHost = nullptr;
    ChoiceCard *m_separateHost = nullptr;
    Entry m_backend;
    QWidget *m_special = nullptr;
    QCheckBox *m_secondFrontEnd = nullptr;
    Entry m_satellites;
    QCheckBox *m_proxied = nullptr;
    Entry m_proxyPath;
    HostDiagram *m_diagram = nullptr;
    BulletList *m_consequences = nullptr;
    TextLabel *m_changesTitle = nullptr;
    BulletList *m_changes = nullptr;
};

} // namespace golive
