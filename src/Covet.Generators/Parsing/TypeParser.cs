using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing;

/// <summary>Where a class is declared, and whether Covet can write the rest of it.</summary>
internal static class TypeParser
{
    public static TypeSpec Parse(INamedTypeSymbol type) => new()
    {
        MetadataName = SymbolReader.MetadataNameOf(type),
        Namespace = NamespaceOf(type),
        Containers = ContainersOf(type).Select(container => new ContainerSpec(KeywordOf(container), Identifiers.Escape(container.Name))).ToEquatable(),
        Name = type.Name,
        Keyword = KeywordOf(type),
        Accessibility = IsPublic(type) ? "public" : "internal",
        IsSealed = type.IsSealed,
    };

    /// <summary>Reports what keeps a class from having a generated half. <paramref name="role"/> is what it wants to be.</summary>
    public static void Check(INamedTypeSymbol type, string role, Findings findings, CancellationToken cancellationToken, bool allowsStruct = false)
    {
        if (Misfit(type, allowsStruct) is { } misfit)
            findings.Add(RuleIds.Shape, null, type.Name, role, misfit);
        if (!IsPartial(type, cancellationToken))
            findings.Add(RuleIds.NotPartial, null, type.Name);
        foreach (var container in ContainersOf(type).Where(container => !IsPartial(container, cancellationToken)))
            findings.Add(RuleIds.ContainerNotPartial, null, type.Name, container.Name);
    }

    /// <summary>The names that a generated member must not have, sorted.</summary>
    public static EquatableArray<string> MemberNames(INamedTypeSymbol type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { type.Name };
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (!member.IsImplicitlyDeclared && member.CanBeReferencedByName)
                    names.Add(member.Name);
            }
        }

        return names.ToEquatable();
    }

    private static string? Misfit(INamedTypeSymbol type, bool allowsStruct) => type switch
    {
        { TypeKind: TypeKind.Struct, IsRefLikeType: false } when allowsStruct && !type.IsGenericType => null,
        { TypeKind: not TypeKind.Class } => "not a class",
        { IsStatic: true } => "static",
        { IsAbstract: true } => "abstract",
        { IsGenericType: true } => "generic, or nested in a generic type",
        _ when ContainersOf(type).Append(type).Any(current => current.IsFileLocal) => "local to its file",
        _ when ContainersOf(type).Append(type).Any(IsHidden) => "private or protected",
        _ => null,
    };

    private static bool IsHidden(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal or Accessibility.ProtectedOrInternal;

    private static bool IsPublic(INamedTypeSymbol type) =>
        ContainersOf(type).Append(type).All(current => current.DeclaredAccessibility == Accessibility.Public);

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax syntax || syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? ContainersOf(container).Append(container) : [];

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            parts.Push(Identifiers.Escape(space.Name));
        return string.Join(".", parts);
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
