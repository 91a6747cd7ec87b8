using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints a model's columns, as conditions and selections use them: <c>Post.Columns.g.cs</c>.</summary>
internal static class ColumnsEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        var (model, name) = (plan.Type.Global, plan.Type.Beside("Columns"));
        using var scope = writer.File(plan.Type);
        writer.WriteLine($"/// <summary>The columns of <see cref=\"{model}\"/>, for conditions, orders and selections.</summary>");
        using var type = writer.Block($"{plan.Type.Accessibility} sealed partial class {name} : global::Covet.ModelColumns<{model}>, global::Covet.IColumns<{name}>");
        writer.WriteMember($$"""
            internal {{name}}({{Refs.ColumnPath}} path) : base(path)
            {
            }
            """);
        foreach (var column in plan.Columns)
            WriteColumn(writer, plan, column);
        foreach (var reference in plan.References)
            WriteOne(writer, plan, reference.Target.Type, reference.Property.Identifier, reference.IsOptional);
        foreach (var referrer in plan.Referrers.Where(referrer => referrer.IsOneToOne))
            WriteOne(writer, plan, referrer.Source.Type, referrer.Identifier, isOptional: true);
        foreach (var referrer in plan.Referrers.Where(referrer => !referrer.IsOneToOne))
            WriteMany(writer, plan, referrer.Source.Type, referrer.Identifier);
        foreach (var link in plan.Links)
            WriteLink(writer, plan, link);
        writer.WriteMember($"""
            /// <inheritdoc/>
            static {Refs.ModelInfo} global::Covet.IColumns<{name}>.Model => {model}.ModelFacts.Info;

            /// <inheritdoc/>
            static {name} global::Covet.IColumns<{name}>.Create({Refs.ColumnPath} path) => new(path);

            /// <inheritdoc/>
            protected override global::Covet.SqlExpression[] KeyColumns => field ??= [{string.Join(", ", plan.Key.Columns.Select(column => column.Identifier))}];

            /// <inheritdoc/>
            protected override global::Covet.Condition KeyEquals({model} model) => {string.Join(" & ", plan.Key.Columns.Select(KeyTest))};

            /// <inheritdoc/>
            protected override global::Covet.Condition KeyIn({Refs.IEnumerable}<{model}> models) => {KeyIn(plan.Key.Columns)};
            """);
    }

    private static string KeyIn(EquatableArray<ColumnPlan> key)
    {
        var columns = string.Join(", ", key.Select(column => column.Identifier));
        return key.Count == 1
            ? $"global::Covet.ExprExtensions.In({columns}, {Keys($"model.{columns}")})"
            : $"global::Covet.Infrastructure.CompositeKey.In({columns}, {Keys(KeyCode.Tuple(key.Select(column => ColumnCode.Store(column.Type, $"model.{column.Identifier}"))))})";
    }

    private static string Keys(string keyOfModel) => $"global::System.Linq.Enumerable.Select(models, static model => {keyOfModel})";

    /// <summary>The base's path is named as such, since a column may be called Path.</summary>
    private static void WriteColumn(SourceWriter writer, ModelPlan plan, ColumnPlan column)
    {
        var mapping = ColumnCode.Mapped(column.Type) is null ? "" : $", {plan.Type.Global}.ModelFacts.{FactsEmitter.MappingName(column)}";
        var key = !column.IsKey ? "" : plan.Key.Columns.Count > 1 ? ", part of the primary key" : ", the primary key";
        var facts = $"{plan.Type.Global}.ModelFacts.Info.Columns[{column.Ordinal}]";
        writer.WriteMember($"""
            /// <summary>Column <c>{Literals.Xml(column.Name)}</c>{key}{(column.Type.IsNullable ? "; may be NULL" : "")}.</summary>
            {column.Accessibility} {TypeOf(column.Type)} {column.Identifier} => field ??= new(base.Path, {facts}{mapping});
            """);
    }

    private static void WriteOne(SourceWriter writer, ModelPlan plan, TypeSpec target, string name, bool isOptional) => writer.WriteMember($"""
        /// <summary>The columns of the {Words.One(target)}, by a join{(isOptional ? "; NULL where there is none" : "")}.</summary>
        {target.Accessibility} {target.GlobalBeside("Columns")} {name} => field ??= new(base.Path.Join({plan.Type.Global}.ModelRelations.{name}));
        """);

    private static void WriteMany(SourceWriter writer, ModelPlan plan, TypeSpec target, string name) => writer.WriteMember($"""
        /// <summary>The {Words.Many(target)}, by a subquery.</summary>
        {target.Accessibility} global::Covet.RelatedRows<{target.GlobalBeside("Columns")}> {name} => field ??= new(base.Path, {plan.Type.Global}.ModelRelations.{name});
        """);

    private static void WriteLink(SourceWriter writer, ModelPlan plan, LinkPlan link)
    {
        if (link.Through is not { } through)
        {
            WriteMany(writer, plan, link.Target.Type, link.Identifier);
            return;
        }

        var rows = $"global::Covet.LinkedRows<{link.Target.Type.GlobalBeside("Columns")}, {through.Type.GlobalBeside("Columns")}>";
        writer.WriteMember($"""
            /// <summary>The {Words.Many(link.Target.Type)}, by a subquery; the second parameter of a condition is the {Words.One(through.Type)} that links them.</summary>
            {link.Accessibility} {rows} {link.Identifier} => field ??= new(base.Path, {plan.Type.Global}.ModelRelations.{link.Identifier});
            """);
    }

    private static string KeyTest(ColumnPlan column) => $"({column.Identifier} == model.{column.Identifier})";

    private static string TypeOf(ColumnType type) => type is { Mapping: Mapping.Plain, Stored: StoreKind.Boolean, IsNullable: false }
        ? "global::Covet.BoolColumn"
        : $"global::Covet.Column<{type.Clr}>";
}
