using Covet.Generators;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Covet.Analyzers.Tests.Infrastructure;

/// <summary>The tests of one code fix: what it writes compiles, and the rule doesn't report it.</summary>
public abstract class FixTests<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Demands that the marked statements become the other ones.</summary>
    protected static Task VerifyFixAsync(string statements, string fixedStatements) => VerifyFileAsync(Sources.InMethod(statements), Sources.InMethod(fixedStatements));

    /// <summary>Demands that the marked statements are reported, and that no repair is offered.</summary>
    protected static Task VerifyNoFixAsync(string statements) => VerifyFixAsync(statements, statements);

    /// <summary>Demands that the marked file becomes the other one.</summary>
    protected static Task VerifyFileAsync(string source, string fixedSource)
    {
        var test = new Test();
        test.TestState.Sources.Add(("/0/Test.cs", source));
        test.FixedState.Sources.Add(test.TestState.Sources[0]);
        test.FixedState.Sources.Add(("/0/Test.cs", fixedSource));
        return test.RunAsync();
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test() => Sources.SetUp(this);

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CovetGenerator)];
    }
}
