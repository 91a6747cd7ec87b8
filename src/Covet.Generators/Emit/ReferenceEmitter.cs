using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the members of a foreign key or one-to-one relation on the model that declares it.</summary>
internal static class ReferenceEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan, ReferencePlan reference)
    {
        for (var i = 0; i < reference.Columns.Count; i++)
            WriteKey(writer, reference, reference.Columns[i], reference.KeyFields[i]);
        WriteProperty(writer, plan, reference);
        WriteLoad(writer, reference);
    }

    private static void WriteKey(SourceWriter writer, ReferencePlan reference, ColumnPair pair, string field)
    {
        writer.WriteMember($"""
            /// <summary>
            /// The key of <see cref="{reference.Property.Identifier}"/>: column <c>{Literals.Xml(pair.HereColumn)}</c>. Setting another key drops the related
            /// instance from memory.
            /// </summary>
            """);
        using var property = writer.Block($"public {pair.HereType.Clr} {Identifiers.Escape(pair.Here)}");
        writer.WriteLine($"get => {field};");
        using var setter = writer.Block("set");
        writer.WriteLine($"if ({Differs(pair.HereType, field)})");
        if (reference.IsOptional)
        {
            writer.WriteLine($$"""
                {
                    {{reference.Field}} = null;
                    {{reference.LoadedField}} = false;
                }
                """);
        }
        else
        {
            writer.WriteLine($"    {reference.Field} = null;");
        }

        writer.WriteLine($"{field} = value;");
    }

    private static void WriteProperty(SourceWriter writer, ModelPlan plan, ReferencePlan reference)
    {
        var target = reference.Target.Type;
        var orNull = reference.IsOptional ? ", or null" : "";
        var reverse = reference.ReverseName is null ? "" : $"; its reverse is <c>{target.Name}.{reference.ReverseName}</c>";
        writer.WriteMember($"""
            /// <summary>
            /// The {Words.One(target)} that <see cref="{Identifiers.Escape(reference.Columns[0].Here)}"/> points to{orNull}{reverse}.
            /// Reading it sends no query.
            {Words.Code(DialectSql.Postgres.One(reference.Target, Principal(reference)))}
            /// </summary>
            /// <exception cref="{Refs.NotLoaded}">It isn't loaded: prefetch or include it, or await <see cref="Load{reference.Property.Name}Async"/>.</exception>
            """);
        using var property = writer.Block($"{reference.Property.Modifiers} partial {reference.Type} {reference.Property.Identifier}");
        var notLoaded = $"throw {Refs.NotLoaded}.ForOne({Literals.Text(plan.Type.Name)}, {Literals.Text(reference.Property.Name)}, {Literals.Text(plan.Plural)})";
        writer.WriteLine(reference.IsOptional
            ? $"{reference.Property.Getter} => {reference.LoadedField} || {IsNull(reference)} ? {reference.Field} : {notLoaded};"
            : $"{reference.Property.Getter} => {reference.Field} ?? {notLoaded};");
        using var setter = writer.Block(reference.Property.Setter);
        if (!reference.IsOptional)
            writer.WriteLine("global::System.ArgumentNullException.ThrowIfNull(value);");
        writer.WriteLine($"{reference.Field} = value;");
        if (reference.IsOptional)
            writer.WriteLine($"{reference.LoadedField} = true;");
        foreach (var (pair, field) in reference.Columns.Zip(reference.KeyFields, (pair, field) => (pair, field)))
            writer.WriteLine($"{field} = value{(reference.IsOptional ? "?" : "")}.{Identifiers.Escape(pair.There)};");
    }

    private static void WriteLoad(SourceWriter writer, ReferencePlan reference)
    {
        var name = reference.Property.Name;
        var returned = $"{Refs.ValueTask}<{reference.Target.Type.Global}{(reference.IsOptional ? "?" : "")}>";
        var load = $"ModelRelations.{reference.Property.Identifier}.LoadAsync(this, cancellationToken)";
        writer.WriteMember($"""
            /// <summary>Loads <see cref="{reference.Property.Identifier}"/> if it isn't loaded: one statement, for all live siblings of this instance.</summary>
            {reference.Target.Type.Accessibility} {(reference.IsOptional ? "" : "async ")}{returned} Load{name}Async({Refs.CancellationToken} cancellationToken = default)
                => {(reference.IsOptional ? load : $"await {load}.ConfigureAwait(false) ?? {reference.Property.Identifier}")};
            """);
    }

    /// <summary>The test that the key is null, when a null in one part is a null of the whole.</summary>
    public static string IsNull(ReferencePlan reference, string owner = "") =>
        string.Join(" || ", reference.KeyFields.Select(field => $"{owner}{field} is null"));

    public static IReadOnlyList<string> Principal(ReferencePlan reference) => reference.Columns.Select(pair => pair.ThereColumn).ToList();

    private static string Differs(ColumnType type, string field) => type.Mapping == Mapping.Converter
        ? $"!global::System.Collections.Generic.EqualityComparer<{type.Clr}>.Default.Equals({field}, value)"
        : $"{field} != value";
}
