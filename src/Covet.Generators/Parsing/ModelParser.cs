using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>A <c>[Model]</c> class becomes a <see cref="ModelSpec"/>.</summary>
internal static class ModelParser
{
    /// <summary>Members of generated code have the model's full name twice in theirs, and a name in an assembly has at most 1023 characters.</summary>
    private const int LongestName = 450;

    public static ParseResult<ModelSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var findings = new Findings(SymbolReader.MetadataNameOf(type));
        try
        {
            TypeParser.Check(type, "model", findings, cancellationToken);
            CheckLength(type, findings);
            CheckConstruction(type, findings);
            CheckBases(type, findings);
            GeneratedTypes.Check(type, findings, cancellationToken);
            GeneratedMembers.Check(type, TypeParser.MemberNames(type), findings);
            var spec = findings.IsEmpty ? ParseSpec(type, context.SemanticModel.Compilation, findings, cancellationToken) : null;
            return new ParseResult<ModelSpec>(spec, findings.All);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(RuleIds.Failure, null, type.Name, exception.Message);
            return new ParseResult<ModelSpec>(null, findings.All);
        }
    }

    private static ModelSpec ParseSpec(INamedTypeSymbol type, Compilation compilation, Findings findings, CancellationToken cancellationToken)
    {
        var members = new List<MemberSpec>();
        var manyToManys = new List<ManyToManySpec>();
        var intos = new List<IntoSpec>();
        var roles = new List<(IPropertySymbol Property, ColumnRole Role)>();
        var indexes = IndexParser.ParseClass(type, findings).ToList();
        var relations = new RelationParser(compilation, findings, cancellationToken);

        foreach (var property in PropertiesOf(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (property.Has(AttributeNames.NotMapped))
                continue;
            var isColumn = !RelationParser.IsRelation(property) && ColumnParser.IsColumn(property, type, compilation);
            if (!isColumn)
                RoleParser.Refuse(property, findings);
            if ((isColumn || RelationParser.IsRelation(property) || RelationParser.IsManyToMany(property)) && !GeneratedMembers.HasRoom(property, type, findings))
                continue;
            if (RelationParser.IsManyToMany(property))
                manyToManys.AddIfAny(relations.ParseManyToMany(property));
            else if (property.Has(AttributeNames.Into))
                intos.AddIfAny(relations.ParseInto(property));
            else if (RelationParser.IsReference(property))
                members.AddIfAny(relations.ParseReference(property) is { } relation ? new MemberSpec(null, relation) : null);
            else if (isColumn && ColumnParser.Parse(property, findings) is { } column)
                Add(property, column);
            else if (!isColumn)
                continue;
            indexes.AddRange(IndexParser.ParseProperty(property, findings));
        }

        RoleParser.CheckOnce(roles, findings);
        var attribute = type.Find(AttributeNames.Model);
        var table = type.Find(AttributeNames.AnnotatedTable);
        return new ModelSpec
        {
            Type = TypeParser.Parse(type),
            Table = NameParser.Parse(attribute?.Text("Table") ?? table?.Positional(0) as string, null, $"The table of '{type.Name}'", findings),
            Schema = NameParser.Parse(attribute?.Text("Schema") ?? table?.Text("Schema"), null, $"The schema of '{type.Name}'", findings),
            Plural = attribute?.Text("Plural"),
            Members = members.ToEquatable(),
            ManyToManys = manyToManys.ToEquatable(),
            Intos = intos.ToEquatable(),
            Indexes = indexes.ToEquatable(),
            HasRequiredMembers = BasesOf(type).Prepend(type).Any(current => current.GetMembers().Any(IsRequired)),
            PrinterModifiers = PrinterModifiersOf(type),
            HasConstructor = type.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: false, Parameters.IsEmpty: true }),
            Hooks = HookParser.Parse(type, cancellationToken),
            MemberNames = TypeParser.MemberNames(type),
        };

        void Add(IPropertySymbol property, ColumnSpec column)
        {
            members.Add(new MemberSpec(column, null));
            roles.Add((property, column.Role));
        }
    }

    private static void AddIfAny<T>(this List<T> items, T? item)
        where T : class
    {
        if (item is not null)
            items.Add(item);
    }

    /// <summary>All properties, those of the outermost base first; an override or a hiding property takes the place of the one it replaces.</summary>
    private static List<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        foreach (var current in BasesOf(type).Reverse().Append(type))
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.IsImplicitlyDeclared || property.PartialDefinitionPart is not null)
                    continue;
                var replaced = properties.FindIndex(other => other.Name == property.Name);
                if (replaced < 0)
                    properties.Add(property);
                else
                    properties[replaced] = property;
            }
        }

        return properties;
    }

    /// <summary>A record prints all its properties, and one that isn't loaded would throw: Covet prints the columns alone, unless the user does it.</summary>
    private static string PrinterModifiersOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: false } => "",
        _ when type.GetMembers("PrintMembers").Any(member => !member.IsImplicitlyDeclared) => "",
        { BaseType.SpecialType: not SpecialType.System_Object } => "protected override",
        { IsSealed: true } => "private",
        _ => "protected virtual",
    };

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static void CheckLength(INamedTypeSymbol type, Findings findings)
    {
        if (SymbolReader.MetadataNameOf(type).Length > LongestName)
            findings.Add(RuleIds.Identifier, null, "The class", type.Name, $"with its namespace and the types around it, it is longer than {LongestName} characters, for which an assembly has no room");
    }

    private static void CheckConstruction(INamedTypeSymbol type, Findings findings)
    {
        if (type is { TypeKind: TypeKind.Class, IsStatic: false } && !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty))
            findings.Add(RuleIds.NotConstructible, null, type.Name);
    }

    private static void CheckBases(INamedTypeSymbol type, Findings findings)
    {
        foreach (var parent in BasesOf(type))
        {
            if (parent.Has(AttributeNames.Model))
                findings.Add(RuleIds.BaseClass, null, type.Name, parent.Name, "which is a model too: one row is of one model. Give both a base class that is no model");
            else if (parent.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(RelationParser.IsRelation) is { } relation)
                findings.Add(RuleIds.BaseClass, null, type.Name, parent.Name, $"whose '{relation.Name}' is a relation: declare it in '{type.Name}'");
        }
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is { SpecialType: not SpecialType.System_Object }; parent = parent.BaseType)
            yield return parent;
    }
}
