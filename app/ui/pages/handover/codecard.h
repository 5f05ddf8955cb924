#pragma once

#include "ui/widgets/card.h"
#include "wizard/steps/handoverviewmodel.h"

#include <QHash>

namespace golive {

struct PageContext;
class CodeText;
class Disclosure;
class TextLabel;

/// The code for the application's own hosts, each piece behind its title.
class CodeCard final : public Card
{
    Q_OBJECT

public:
    CodeCard(HandoverViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    void setRows(const QList<HandoverViewModel::CodeRow> &rows);

private:
    /// The widgets of one piece.
    struct Piece
    {
        Disclosure *title = nullptr;
        TextLabel *explanation = nullptr;
        CodeText *code = nullptr;
    };

    void addPiece(const HandoverViewModel::CodeRow &row);
    void save(const QString &id);

    HandoverViewModel &m_viewModel;
    const PageContext &m_context;
    QWidget *m_inside;
    QStringList m_ids; ///< the pieces there are, in order
    QHash<QString, Piece> m_pieces;
};

} // namespace golive
