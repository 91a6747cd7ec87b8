using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2102: all rows are counted to learn whether there is one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.CountToKnowAny];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Binary);
        });
    }

    private static void Analyze(OperationAnalysisContext context, QueryTypes types)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (Counted(comparison) is { } count && types.IsQuery(count.Call.TargetMethod.ContainingType))
            context.ReportDiagnostic(Diagnostic.Create(Rules.CountToKnowAny, comparison.Syntax.GetLocation(), count.IsNone ? "!await ...AnyAsync(...)" : "await ...AnyAsync(...)"));
    }

    /// <summary>The count of a comparison that says no more than whether there is a row, or that there is none.</summary>
    internal static (IInvocationOperation Call, bool IsNone)? Counted(IBinaryOperation comparison)
    {
        if (comparison.OperatorMethod is not null)
            return null;
        if (Awaited(comparison.LeftOperand) is { } left && Number(comparison.RightOperand) is { } right)
            return IsNone(comparison.OperatorKind, right) is { } isNone ? (left, isNone) : null;
        if (Awaited(comparison.RightOperand) is { } mirrored && Number(comparison.LeftOperand) is { } number)
            return IsNone(Mirrored(comparison.OperatorKind), number) is { } isNone ? (mirrored, isNone) : null;
        return null;
    }

    private static IInvocationOperation? Awaited(IOperation operation)
        => QueryTypes.Unwrapped(operation) is IAwaitOperation { Operation: var awaited } && QueryTypes.Unwrapped(awaited) is IInvocationOperation { TargetMethod.Name: "CountAsync" } call ? call : null;

    private static long? Number(IOperation operation) => QueryTypes.Unwrapped(operation).ConstantValue is { HasValue: true, Value: var value }
        ? value switch
        {
            int number => number,
            long number => number,
            _ => null,
        }
        : null;

    private static bool? IsNone(BinaryOperatorKind kind, long number) => (kind, number) switch
    {
        (BinaryOperatorKind.GreaterThan, 0) or (BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => false,
        (BinaryOperatorKind.Equals, 0) or (BinaryOperatorKind.LessThan, 1) or (BinaryOperatorKind.LessThanOrEqual, 0) => true,
        _ => null,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };
}
