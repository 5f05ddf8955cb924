// For ./dev check, loaded into clang-tidy: its checks are to look at what our files declare and pass over what the
// system's headers do. Nothing is ever reported there, yet clang-tidy 16 goes through all of Qt and the standard
// library with every check, for each file: 20 seconds of the 25 that a file took. Later versions do this on their own.

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

namespace {

/// Runs before clang-tidy's own consumers, once the whole file is read.
class Narrowing : public clang::ASTConsumer
{
    void HandleTranslationUnit(clang::ASTContext &context) override
    {
        const clang::SourceManager &places = context.getSourceManager();
        std::vector<clang::Decl *> own;
        for (clang::Decl *each : context.getTranslationUnitDecl()->decls())
            if (each->getLocation().isValid() && !places.isInSystemHeader(each->getLocation()))
                own.push_back(each);
        context.setTraversalScope(own);
    }
};

class OwnSources : public clang::PluginASTAction
{
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance & /*compiler*/,
                                                          llvm::StringRef /*file*/) override
    {
        return std::make_unique<Narrowing>();
    }
    bool ParseArgs(const clang::CompilerInstance & /*compiler*/, const std::vector<std::string> & /*words*/) override
    {
        return true;
    }
    ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<OwnSources> registration("own-sources", "passes over the system's headers");

} // namespace
