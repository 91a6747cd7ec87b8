using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>A <c>[Projection&lt;TModel&gt;]</c> type becomes a <see cref="ProjectionSpec"/>.</summary>
internal static class ProjectionParser
{
    public static ParseResult<ProjectionSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var findings = new Findings(SymbolReader.MetadataNameOf(type));
        try
        {
            TypeParser.Check(type, "projection", findings, cancellationToken, allowsStruct: true);
            var model = context.Attributes[0].AttributeClass?.TypeArguments[0] as INamedTypeSymbol;
            if (model is null || !model.Has(AttributeNames.Model) || !SymbolEqualityComparer.Default.Equals(model.ContainingAssembly, context.SemanticModel.Compilation.Assembly))
                findings.Add(RuleIds.ProjectionModel, null, type.Name, model?.Name ?? "?");
            return new ParseResult<ProjectionSpec>(findings.IsEmpty ? ParseSpec(type, model!) : null, findings.All);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(RuleIds.Failure, null, type.Name, exception.Message);
            return new ParseResult<ProjectionSpec>(null, findings.All);
        }
    }

    private static ProjectionSpec ParseSpec(INamedTypeSymbol type, INamedTypeSymbol model)
    {
        var parameters = ConstructorOf(type)?.Parameters ?? [];
        var names = new HashSet<string>(parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        var properties = type.GetMembers().OfType<IPropertySymbol>().Where(property => IsFilled(property) && !names.Contains(property.Name));
        return new ProjectionSpec
        {
            Type = TypeParser.Parse(type),
            Model = SymbolReader.MetadataNameOf(model),
            Members = parameters.Select(parameter => new ProjectionMember(parameter.Name, TypeOf(parameter.Type), IsParameter: true))
                .Concat(properties.Select(property => new ProjectionMember(property.Name, TypeOf(property.Type), IsParameter: false)))
                .ToEquatable(),
        };
    }

    /// <summary>The constructor with the most parameters; that of a record which copies another is none.</summary>
    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.Parameters is not [var only] || !SymbolEqualityComparer.Default.Equals(only.Type, type))
        .OrderByDescending(constructor => constructor.Parameters.Length)
        .FirstOrDefault();

    private static bool IsFilled(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, SetMethod: not null, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }
        && !property.Has(AttributeNames.NotMapped);

    private static TypeRef TypeOf(ITypeSymbol type)
    {
        var core = ColumnTypeParser.CoreOf(type);
        var isNullable = !SymbolEqualityComparer.Default.Equals(core, type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return new TypeRef(SymbolReader.Write(core), core.IsValueType, isNullable);
    }
}
