#include "wizard/snippetwords.h"

#include "wizard/displaytext.h"
#include "wizard/steps/providerdraft.h"

namespace golive {
namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype mostNames = 6;

/// Bounded: whoever wrote the text chose the names.
QString listed(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(qMin(names.size(), mostNames)))
        shown.append(displayText(name, longestName));
    if (names.size() > mostNames)
        shown.append(QString(QChar(0x2026)));
    return shown.join(QStringLiteral(", "));
}

QString source(const QString &fileName)
{
    return fileName.isEmpty() ? SnippetWords::tr("the pasted text")
                              : SnippetWords::tr("“%1”").arg(displayText(fileName, longestName));
}

QStringList labelsOf(const OAuthProvider &form, const QStringList &keys)
{
    QStringList labels;
    for (const ProviderField &field : form.fields) // in the order in which they stand below
        if (keys.contains(field.key))
            labels.append(fieldLabel(form.slug, field));
    return labels;
}

} // namespace

QString SnippetWords::takenFrom(const QString &fileName, const OAuthProvider &form, const QStringList &fields)
{
    //: %1 is a file or the pasted text, %2 lists fields
    return tr("Taken from %1: %2.").arg(source(fileName), listed(labelsOf(form, fields)));
}

QString SnippetWords::nothingFound(const QString &fileName, const QString &providerName)
{
    //: %1 is a provider, %2 is a file or the pasted text
    return tr("Nothing for %1 was found in %2. Choose another file, or enter the values one by one.")
        .arg(providerName, source(fileName));
}

QStringList SnippetWords::remarks(const SnippetReading &reading, const OAuthProvider &form)
{
    QStringList sentences;
    if (!reading.ambiguous.isEmpty())
        sentences.append(tr("There are several values for %1. Enter the one that is meant.")
                             .arg(listed(labelsOf(form, reading.ambiguous))));
    if (!reading.forDevelopment.isEmpty())
        sentences.append(
            tr("Passed over, because it is marked as development’s: %1.").arg(listed(reading.forDevelopment)));
    if (!reading.notFilledIn.isEmpty())
        sentences.append(tr("Passed over, because no value is filled in: %1.").arg(listed(reading.notFilledIn)));
    QStringList others;
    for (const QString &slug : reading.otherProviders)
        others.append(providerName(slug));
    if (!others.isEmpty())
        sentences.append(tr("There are credentials of %1 in it, too. Import it there as well.").arg(listed(others)));
    return sentences;
}

} // namespace golive
