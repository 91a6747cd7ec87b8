using Covet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing;

/// <summary>The types that Covet writes beside a model, which nothing else can be called. A user may add to those that are partial.</summary>
internal static class GeneratedTypes
{
    private static readonly (string Suffix, TypeKind Kind)[] Partial =
    [
        ("Query", TypeKind.Class), ("Columns", TypeKind.Class), ("Table", TypeKind.Class), ("Prefetch", TypeKind.Struct), ("Conflicts", TypeKind.Struct),
    ];

    private static readonly string[] Roles = [AttributeNames.Model, AttributeNames.Database, AttributeNames.Projection];

    /// <summary>Reports what has the name of a type that Covet is to write.</summary>
    public static void Check(INamedTypeSymbol model, Findings findings, CancellationToken cancellationToken)
    {
        INamespaceOrTypeSymbol place = model.ContainingType ?? (INamespaceOrTypeSymbol)model.ContainingNamespace;
        foreach (var (suffix, kind) in Partial)
        {
            if (place.GetMembers(model.Name + suffix).Any(other => !Adds(other, kind, cancellationToken)))
                findings.Add(RuleIds.TypeCollision, null, model.Name, model.Name + suffix, $", or make it a partial {(kind == TypeKind.Struct ? "struct" : "class")} that adds to Covet's");
        }

        var keys = TypeParser.Parse(model).KeyExtensions;
        if (model.ContainingNamespace.GetTypeMembers(keys, arity: 0).Any())
            findings.Add(RuleIds.TypeCollision, null, model.Name, keys, "");
    }

    /// <summary>Whether what the user wrote is another part of what Covet writes, or differs from it by its type parameters.</summary>
    private static bool Adds(ISymbol other, TypeKind kind, CancellationToken cancellationToken) =>
        other is INamedTypeSymbol type
        && (type.Arity > 0
            || (type is { IsRecord: false, IsStatic: false, IsFileLocal: false } && type.TypeKind == kind && !Roles.Any(type.Has)
                && type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword))));
}
