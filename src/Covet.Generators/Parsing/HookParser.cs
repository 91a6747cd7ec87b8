using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing;

/// <summary>The hooks that a class can implement: Covet declares them, unless the class has members of its own by their names.</summary>
internal static class HookParser
{
    public static EquatableArray<string> Parse(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Hooks.All.Where(hook => IsFree(type, hook, cancellationToken)).ToEquatable();

    private static bool IsFree(INamedTypeSymbol type, string hook, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(hook).Any(member => !IsImplementation(member, type, cancellationToken)))
                return false;
        }

        return true;
    }

    /// <summary>Whether a member implements what Covet is to declare.</summary>
    private static bool IsImplementation(ISymbol member, INamedTypeSymbol type, CancellationToken cancellationToken) =>
        member is IMethodSymbol { IsPartialDefinition: false, PartialDefinitionPart: null } && SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
        && member.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
