using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Analyzers.Relations;

/// <summary>Methods of the source that run one query of a table, and nothing else: <c>Task&lt;List&lt;User>> OldestAsync() => _db.Users.OrderBy(u => u.Id).Take(3).ToListAsync()</c>.</summary>
internal static class QueryMethods
{
    private static readonly HashSet<string> Terminals = new(StringComparer.Ordinal)
    {
        "ToListAsync", "ToArrayAsync", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "FindAsync",
    };

    /// <summary>What leaves the relations as they are.</summary>
    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal)
    {
        "All", "Where", "WhereIf", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Skip", "Take", "TagWith", "SnapshotReads", "ForUpdate",
    };

    /// <summary>What the instances that a method gives have loaded; null where it isn't one query, or may load anything.</summary>
    public static Loaded? Read(IMethodSymbol method, QueryTypes types)
    {
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.DeclaringSyntaxReferences is not [var declaration] || Returned(declaration.GetSyntax()) is not { } returned)
            return null;
        var run = Unwrapped(returned);
        if (Called(run) is not { Name.Identifier.Text: var terminal, Expression: var query } || !Terminals.Contains(terminal))
            return null;
        var source = query;
        while (Called(source) is { } clause)
        {
            if (!Clauses.Contains(clause.Name.Identifier.Text))
                return null;
            source = clause.Expression;
        }
        return source is MemberAccessExpressionSyntax table && DatabaseOf(table.Expression, method, types) is { } database && IsTable(database, table.Name.Identifier.Text, types)
            ? new Loaded(query, parent: null)
            : null;
    }

    private static ExpressionSyntax? Returned(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
        MethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: var expression }] } => expression,
        LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => expression,
        LocalFunctionStatementSyntax { Body.Statements: [ReturnStatementSyntax { Expression: var expression }] } => expression,
        _ => null,
    };

    /// <summary>The call without <c>await</c> and <c>ConfigureAwait</c>.</summary>
    private static ExpressionSyntax Unwrapped(ExpressionSyntax returned)
    {
        var run = returned is AwaitExpressionSyntax { Expression: var awaited } ? awaited : returned;
        return Called(run) is { Name.Identifier.Text: "ConfigureAwait", Expression: var inner } ? inner : run;
    }

    private static MemberAccessExpressionSyntax? Called(ExpressionSyntax expression) => (expression as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax;

    /// <summary>The type of the database that a name in the method stands for: a parameter of it, or a member or constructor's parameter of its class.</summary>
    private static ITypeSymbol? DatabaseOf(ExpressionSyntax expression, IMethodSymbol method, QueryTypes types)
    {
        string? name = expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => member.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return null;
        var candidates = method.Parameters.Concat(method.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)).Where(parameter => parameter.Name == name).Select(parameter => parameter.Type)
            .Concat(method.ContainingType.GetMembers(name).Select(member => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type));
        return candidates.FirstOrDefault(types.IsDatabase);
    }

    private static bool IsTable(ITypeSymbol database, string name, QueryTypes types)
        => database.GetMembers(name).OfType<IPropertySymbol>().Any(property => types.IsModelQuery(property.Type));
}
