using System.Globalization;
using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints how an instance gets its version and its times.</summary>
internal static class StampsEmitter
{
    private const string Instant = "global::System.DateTimeOffset";

    /// <summary>Prints it inside the model, whose setters may be private.</summary>
    public static void EmitFacts(SourceWriter writer, ModelPlan plan)
    {
        if (!HasAny(plan))
            return;
        WriteStamp(writer, plan);
        WriteKeep(writer, plan);
        using (writer.Member($"public static void TakeStamps({plan.Type.Global} model, {plan.Type.Global} row)"))
        {
            foreach (var column in new[] { plan.Version, plan.CreatedAt }.OfType<ColumnPlan>())
                writer.WriteLine(ReloadEmitter.Copy(column));
        }

        if (plan.Version is { } version)
            writer.WriteMember($"public static void SetVersion({plan.Type.Global} model, long version) => {Set(version, $"checked(({version.Type.Clr})version)")}");
    }

    /// <summary>Prints what the runtime calls.</summary>
    public static void EmitWriter(SourceWriter writer, ModelPlan plan)
    {
        var (model, facts) = (plan.Type.Global, plan.Type.Global + ".ModelFacts");
        if (!HasAny(plan))
            return;
        writer.WriteMember($"""
            protected override void Stamp({model} model, {Instant} now, bool isNew) => {facts}.Stamp(model, now, isNew);

            protected override void TakeStamps({model} model, {model} row) => {facts}.TakeStamps(model, row);
            """);
        if (plan.Version is not { } version)
            return;
        writer.WriteMember($"""
            protected override long GetVersion({model} model) => model.{version.Identifier};

            protected override void SetVersion({model} model, long version) => {facts}.SetVersion(model, version);

            protected override long ReadVersion<TReader>(ref TReader row, int ordinal) => {ColumnCode.ReadStored(version.Type.Stored, "ordinal")};

            protected override void BindVersion({Refs.ParameterBinder} binder, {model} model)
                => {ColumnCode.Bind(Literals.Text(DialectSql.Parameter(version)), version.Type, "model." + version.Identifier, mapping: null, version.Ordinal)}
            """);
    }

    /// <summary>The ordinals of such columns, as initialisers of the model's facts.</summary>
    public static IEnumerable<string> Ordinals(ModelPlan plan)
    {
        foreach (var column in new[] { plan.Version, plan.CreatedAt, plan.UpdatedAt }.OfType<ColumnPlan>())
            yield return $"{column.Role}Ordinal = {column.Ordinal.ToString(CultureInfo.InvariantCulture)},";
        if (plan.Version is { IsRowVersion: true })
            yield return "IsRowVersion = true,";
    }

    /// <summary>Whether a save fills in more than a key.</summary>
    public static bool HasAny(ModelPlan plan) => plan.Columns.Any(column => column.Role != ColumnRole.None);

    private static void WriteStamp(SourceWriter writer, ModelPlan plan)
    {
        using var method = writer.Member($"public static void Stamp({plan.Type.Global} model, {Instant} now, bool isNew)");
        if (plan.CreatedAt is { } created)
        {
            var value = $"model.{created.Identifier}{(created.Type.IsNullable ? ".GetValueOrDefault()" : "")}";
            writer.WriteLine($"if (isNew && {value} == default)\n    {Set(created, "now")}");
        }

        if (plan.UpdatedAt is { } updated)
            writer.WriteLine(Set(updated, "now"));
        if (plan.Version is { IsRowVersion: false } version)
            writer.WriteLine($"if (isNew)\n    {Set(version, "1")}");
    }

    private static void WriteKeep(SourceWriter writer, ModelPlan plan)
    {
        using var method = writer.Member($"public static {Refs.Action} KeepStamps({plan.Type.Global} model)");
        var columns = plan.Columns.Where(column => column.Role != ColumnRole.None).ToList();
        foreach (var column in columns)
            writer.WriteLine($"{column.Type.Clr} kept{column.Ordinal} = model.{column.Identifier};");
        using var lambda = writer.Block("return () =>", "};");
        foreach (var column in columns)
            writer.WriteLine(Set(column, $"kept{column.Ordinal}"));
    }

    private static string Set(ColumnPlan column, string value) => column.Init is { } init
        ? $"{column.Property}Init{init.Arguments}.Set(model, {value});"
        : $"model.{column.Identifier} = {value};";
}
