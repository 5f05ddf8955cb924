#include "model/credentials/snippetentries.h"

#include "model/credentials/credentialfile.h"
#include "model/credentials/credentialforms.h"
#include "model/credentials/linescanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace golive {
namespace {

constexpr qsizetype mostEntries = 2000;
constexpr int deepest = 16;

QString joined(const QString &path, const QString &key)
{
    return path.isEmpty() || key.isEmpty() ? path + key : path + QLatin1Char('_') + key;
}

class JsonWalk
{
public:
    void walk(const QJsonValue &value, const QString &path, const QString &key, int depth)
    {
        if (depth > deepest || entries.size() >= mostEntries)
            return;
        if (value.isString())
            entries.append({joined(path, key), key, value.toString()});
        else if (value.isArray())
            for (const QJsonArray elements = value.toArray(); const auto &element : elements)
                walk(element, path, key, depth + 1);
        else if (value.isObject())
            walkObject(value.toObject(), joined(path, key), depth);
    }

    QList<SnippetEntry> entries;

private:
    /// Hosting providers list variables as objects of a name and a value.
    void walkObject(const QJsonObject &object, const QString &path, int depth)
    {
        for (const auto &name : {QLatin1String("key"), QLatin1String("name")})
            if (object[name].isString() && object[QLatin1String("value")].isString()) {
                walk(object[QLatin1String("value")], path, upperSnake(object[name].toString()), depth + 1);
                return;
            }
        for (auto member = object.constBegin(); member != object.constEnd(); ++member)
            walk(member.value(), path, upperSnake(member.key()), depth + 1);
    }
};

} // namespace

QList<SnippetEntry> snippetEntries(const QString &text)
{
    QString bounded = text.left(largestCredentialFile);
    bounded.remove(QChar(QChar::ByteOrderMark)).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    bounded.replace(QLatin1Char('\r'), QLatin1Char('\n')).remove(QLatin1String("**"));
    const QJsonDocument json = QJsonDocument::fromJson(bounded.toUtf8());
    if (!json.isNull()) {
        JsonWalk walk;
        walk.walk(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), {}, {}, 0);
        return walk.entries;
    }
    return LineScanner(bounded).entries(mostEntries);
}

} // namespace golive
