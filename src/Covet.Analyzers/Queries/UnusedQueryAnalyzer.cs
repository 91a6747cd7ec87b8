using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2101: a query that nothing runs, or a call to the database that nothing waits for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedQueryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnusedQuery];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(operation => AnalyzeStatement(operation, types), OperationKind.ExpressionStatement);
            start.RegisterOperationAction(operation => AnalyzeLocal(operation, types), OperationKind.VariableDeclarator);
        });
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, QueryTypes types)
    {
        var expression = QueryTypes.Unwrapped(((IExpressionStatementOperation)context.Operation).Operation);
        var call = expression is IConditionalAccessOperation access ? QueryTypes.Unwrapped(access.WhenNotNull) : expression;
        if (call is not IInvocationOperation invocation)
            return;
        string? problem = null;
        if (types.IsQuery(invocation.Type))
            problem = $"{invocation.TargetMethod.Name} gives a new query and changes none, and nothing runs it. Keep what it returns, or await ToListAsync or another terminal";
        else if (IsTask(invocation.Type) && types.Asks(invocation.TargetMethod) && QueryTypes.FunctionAround(invocation, context.ContainingSymbol) is not { IsAsync: true })
            problem = $"nothing waits for {invocation.TargetMethod.Name}, so its failure is lost, and what follows runs before it. Await it, or return its task";
        if (problem is not null)
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnusedQuery, expression.Syntax.GetLocation(), problem));
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, QueryTypes types)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.GetVariableInitializer() is null || !types.IsQuery(declarator.Symbol.Type) || declarator.Symbol.IsImplicitlyDeclared)
            return;
        IOperation root = declarator;
        while (root.Parent is { } parent)
            root = parent;
        foreach (var operation in root.Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol))
                return;
            // Code that doesn't compile yet may be about to use it.
            if (operation is IInvalidOperation)
                return;
        }
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.UnusedQuery, declarator.Symbol.Locations[0], $"nothing uses '{declarator.Symbol.Name}', so it is never sent. Await ToListAsync or another terminal of it, or remove it"));
    }

    /// <summary>Late-bound code, whose await can't be seen to be missing, isn't meant.</summary>
    private static bool IsTask(ITypeSymbol? type)
        => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };
}
