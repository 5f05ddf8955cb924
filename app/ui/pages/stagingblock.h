#pragma once

#include "wizard/steps/stagingpath.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace golive {

class FieldRow;
class HostField;
class StatusLabel;

/// Offers staging as a second application. Closed at first: most people come for production.
class StagingBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit StagingBlock(StagingPath &path, QWidget *parent = nullptr);

private:
    void render();

    StagingPath &m_path;
    QLineEdit *m_name;
    FieldRow *m_nameRow;
    HostField *m_domain;
    FieldRow *m_domainRow;
    QPushButton *m_create;
    StatusLabel *m_outcome;
};

} // namespace golive
