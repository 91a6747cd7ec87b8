using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Analyzers.RawSql;

/// <summary>The operations of declarations elsewhere in the program: what a field is set to, what a method returns.</summary>
internal sealed class Declarations(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public bool IsInSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>The body of a method, an accessor or a local function; null where it has none, or none that can be seen.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax();
            if (syntax is ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax && OperationOf(syntax) is { } body)
                return body;
        }
        return null;
    }

    /// <summary>All places of a type that may set one of its read-only members: initializers, constructors and init accessors.</summary>
    public IEnumerable<IOperation> Setters(ISymbol member)
    {
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax type)
                continue;
            foreach (var declaration in type.Members)
            {
                bool isSetter = declaration switch
                {
                    ConstructorDeclarationSyntax => true,
                    BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Any(accessor => accessor.Keyword.Text == "init"),
                    _ => false,
                };
                if (!isSetter || !Mentions(declaration, member.Name))
                    continue;
                foreach (var node in declaration.DescendantNodesAndSelf(static node => node is not BaseMethodDeclarationSyntax or ConstructorDeclarationSyntax))
                {
                    if (node is ConstructorDeclarationSyntax or AccessorDeclarationSyntax && OperationOf(node) is { } body)
                        yield return body;
                }
            }
        }
    }

    /// <summary>What a field or property is set to where it is declared.</summary>
    public IOperation? InitializerOf(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is not null)
                return OperationOf(initializer.Value);
        }
        return null;
    }

    private static bool Mentions(SyntaxNode node, string name)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.ValueText == name)
                return true;
        }
        return false;
    }

    private IOperation? OperationOf(SyntaxNode node)
        => compilation.ContainsSyntaxTree(node.SyntaxTree) ? _models.GetOrAdd(node.SyntaxTree, ModelOf).GetOperation(node) : null;

#pragma warning disable RS1030 // What is asked for may stand in another file; it is asked for only where raw SQL is not a constant expression.
    private SemanticModel ModelOf(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
