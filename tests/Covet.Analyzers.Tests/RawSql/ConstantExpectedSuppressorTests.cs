using System.Collections.Immutable;
using Covet.Analyzers.RawSql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Tests.RawSql;

public sealed class ConstantExpectedSuppressorTests
{
    [Fact]
    public async Task The_rule_of_dotnet_is_silent_where_COV2001_judges()
    {
        var reported = await Sources.ReportAsync([new ConstantArguments(), new ConstantExpectedSuppressor()], Sources.InMethod("""
            var sql = "a";
            _ = new RawExpression(sql);
            _ = db.Posts.AsCte(sql);
            """));

        var line = Assert.Single(reported).Location.GetLineSpan().StartLinePosition.Line;
        Assert.Equal(7, line);
    }

    /// <summary>Reports what CA1857 does.</summary>
#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008 // A stand-in, not an analyzer to be shipped.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ConstantArguments : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("CA1857", "", "A constant is expected", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                operation =>
                {
                    if (operation.Operation is IArgumentOperation { Parameter: { } parameter, Value: { ConstantValue.HasValue: false } value }
                        && parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ConstantExpectedAttribute"))
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation()));
                    }
                },
                OperationKind.Argument);
        }
    }
#pragma warning restore RS1029, RS1036, RS1038, RS1041, RS2008
}
