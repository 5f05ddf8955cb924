#pragma once

#include "handover/framework.h"

#include <tl/expected.hpp>

#include <QStringList>

namespace golive {

/// What a look into the folder of somebody's application told.
struct ProjectFolder
{
    QString path; ///< absolute
    QString frameworkId; ///< empty where nothing told it
    QString evidence; ///< what told it: a package of npm or a file
    QStringList environmentFiles; ///< names of those that are there already
    bool isUnderGit = false;

    bool operator==(const ProjectFolder &) const = default;
};

struct ProjectProblem
{
    enum class Kind {
        NotAFolder, ///< nor a file within one
        NotReadable,
        BrokenPackageFile, ///< package.json is there and is not JSON
        ManyPackages, ///< the root of several packages: the folder of one of them is wanted
    };

    Kind kind = Kind::NotAFolder;
    QString path;
    QStringList packages; ///< with ManyPackages: the folders that package.json and convention name

    bool operator==(const ProjectProblem &) const = default;
};

/// Reads package.json and looks for what native projects are told by, in the order of frameworks(). A
/// file within a folder stands for the folder. Nothing is run and nothing is written.
[[nodiscard]] tl::expected<ProjectFolder, ProjectProblem> lookAtProject(const QString &path);

} // namespace golive
