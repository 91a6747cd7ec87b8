using Covet.CodeFixes.Queries;
using Microsoft.CodeAnalysis.Testing;

namespace Covet.Analyzers.Tests.Queries;

/// <summary>The API makes the mistake an error: a C# bool is no condition. What is left is to write what was meant.</summary>
public sealed class WhereIfCodeFixTests : FixTests<EmptyDiagnosticAnalyzer, WhereIfCodeFix>
{
    [Theory]
    [InlineData("{|CS0619:name != null|} && p.Title == name", "name, (p, name) => p.Title == name")]
    [InlineData("({|CS0619:name is not null|}) && p.Title.StartsWith(name) && p.Views > 3", null)]
    [InlineData("{|CS0619:name is null|} || p.Title.StartsWith(name)", "name, (p, name) => p.Title.StartsWith(name)")]
    [InlineData("({|CS0619:name == null|}) || p.Title == name", "name, (p, name) => p.Title == name")]
    [InlineData("{|CS0619:least != null|} && p.Views >= least.Value", "least, (p, least) => p.Views >= least")]
    [InlineData("{|CS0619:least.HasValue|} && p.Views >= least.Value", "least, (p, least) => p.Views >= least")]
    [InlineData("{|CS0619:number > 3|} && p.Views >= number", null)]
    public Task A_test_for_null_becomes_WhereIf(string condition, string? arguments)
    {
        string statements = $"int? least = number; _ = await db.Posts.Where(p => {condition}).OrderBy(p => p.Id).ToListAsync(); _ = least;";
        return VerifyFixAsync(statements, arguments is null ? statements : $"int? least = number; _ = await db.Posts.WhereIf({arguments}).OrderBy(p => p.Id).ToListAsync(); _ = least;");
    }
}
