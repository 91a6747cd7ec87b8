using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the rest of a projection: <c>PostCard.Projection.g.cs</c>.</summary>
internal static class ProjectionEmitter
{
    public static void Emit(SourceWriter writer, ProjectionPlan plan)
    {
        var (type, model) = (plan.Type.Global, plan.Model.Global);
        using var scope = writer.File(plan.Type);
        using var block = writer.Block($"partial {plan.Type.Keyword} {plan.Type.Identifier} : global::Covet.IProjection<{type}, {model}>");
        writer.WriteMember($$"""
            /// <inheritdoc/>
            static int global::Covet.IRow<{{type}}>.ColumnCount => {{plan.Values.Count}};

            /// <inheritdoc/>
            static {{Refs.IReadOnlyList}}<string> global::Covet.IRow<{{type}}>.ColumnNames { get; } = {{Literals.Texts(plan.Values.Select(value => value.Member.Name))}};

            /// <inheritdoc/>
            static global::Covet.SqlExpression[] global::Covet.IProjection<{{type}}, {{model}}>.Columns(global::Covet.ModelColumns<{{model}}> columns)
            {
                {{plan.Model.GlobalBeside("Columns")}} model = ({{plan.Model.GlobalBeside("Columns")}})columns;
                {{Return(plan)}}
            }

            /// <inheritdoc/>
            static {{type}} global::Covet.IRow<{{type}}>.Read<TReader>(ref TReader row, int first) => new(
            """);
        var values = plan.Values.Select((value, ordinal) => (value.Member, Code: Read(value, RowEmitter.Ordinal(ordinal)))).ToList();
        var members = values.Where(value => !value.Member.IsParameter).ToList();
        writer.WriteLine($"    {string.Join(",\n    ", values.Where(value => value.Member.IsParameter).Select(value => value.Code))}){(members.Count == 0 ? ";" : "")}");
        if (members.Count == 0)
            return;
        using var initialiser = writer.Body("};");
        foreach (var (member, code) in members)
            writer.WriteLine($"{Identifiers.Escape(member.Name)} = {code},");
    }

    /// <summary>C# takes a test for null in SQL for one of the object, and warns wherever that is used after it.</summary>
    private static string Return(ProjectionPlan plan)
    {
        var code = $"return [{string.Join(", ", plan.Values.Select(Expression))}];";
        return plan.Values.Any(value => value.Function == RelatedFunction.Exists)
            ? $"#pragma warning disable CS8602 // a test for NULL says nothing of the columns\n    {code}\n    #pragma warning restore CS8602"
            : code;
    }

    private static string Expression(ProjectedValue value)
    {
        var path = "model." + string.Join(".", value.Path.Select(Identifiers.Escape));
        return value.Function switch
        {
            RelatedFunction.None => path,
            RelatedFunction.Exists => $"{path} != null",
            RelatedFunction.Count or RelatedFunction.Any => $"{path}.{value.Function}()",
            _ => $"{path}.{value.Function}(static related => related.{Identifiers.Escape(value.Aggregated!)})",
        };
    }

    /// <summary>Databases count in 64 bits, whatever the member is.</summary>
    private static string Read(ProjectedValue value, string ordinal)
    {
        if (value.Function == RelatedFunction.Count)
            return value.Member.Type.Name == "long" ? $"row.GetInt64({ordinal})" : $"checked((int)row.GetInt64({ordinal}))";
        var mapping = value.Type.Mapping == Mapping.Json ? $"{value.Owner.Global}.ModelFacts.{value.Path[value.Path.Count - 1]}Mapping" : null;
        return ColumnCode.Read(value.Type, ordinal, mapping);
    }
}
