using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Diagnostics;

/// <summary>Gives a problem its place in the source: a real location, so that <c>#pragma</c> and the editor find it.</summary>
internal static class ProblemReporter
{
    public static Diagnostic Locate(Problem problem, Compilation compilation) =>
        Diagnostic.Create(Rules.Find(problem.Rule), Find(problem, compilation), [.. problem.Arguments]);

    private static Location? Find(Problem problem, Compilation compilation)
    {
        if (compilation.Assembly.GetTypeByMetadataName(problem.Type) is not { } type)
            return null;
        var member = problem.Member is null ? null : type.GetMembers(problem.Member).FirstOrDefault(candidate => !candidate.IsImplicitlyDeclared);
        return (member ?? type).Locations.FirstOrDefault(location => location.IsInSource);
    }
}
