using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests.Models;

/// <summary>The tests of a rule for models: the code is members of one.</summary>
public abstract class ModelRuleTests<TAnalyzer> : RuleTests<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected override string Around(string code) => InModel(code);

    protected static string InModel(string members) => $$"""
        [Model]
        public partial class Thing
        {
        {{members}}
        }

        [Model]
        public partial class Place { public int Id { get; set; } }
        """;
}
