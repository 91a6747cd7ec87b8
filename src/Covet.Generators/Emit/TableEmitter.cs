using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints a model's table: <c>Post.Table.g.cs</c>.</summary>
internal static class TableEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        var (model, name) = (plan.Type.Global, plan.Type.Beside("Table"));
        var (any, many) = (Words.Any(plan.Type), Words.Many(plan.Type));
        using var scope = writer.File(plan.Type);
        writer.WriteLine($"/// <summary>The table <c>{Literals.Xml(plan.Table)}</c>: a query over all its rows, and the writing of instances.</summary>");
        using var type = writer.Block($"{plan.Type.Accessibility} sealed partial class {name} : {plan.Type.GlobalBeside("Query")}");
        writer.WriteMember($$"""
            /// <summary>The table of a database.</summary>
            {{Refs.Hidden}}
            public {{name}}(global::Covet.Database database) : base(new {{Refs.QueryStart}}(database))
            {
            }

            /// <summary>Inserts {{any}}: one statement.{{KeyNote(plan.Key.Source)}}</summary>
            public {{Refs.Task}} InsertAsync({{model}} model, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.InsertAsync(AskedDatabase, model, cancellationToken);

            /// <summary>Inserts {{many}} in one transaction, in batches.{{KeyNote(plan.Key.Source)}}</summary>
            public {{Refs.Task}} InsertManyAsync({{Refs.IEnumerable}}<{{model}}> models, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.InsertManyAsync(AskedDatabase, models, cancellationToken);

            /// <summary>Writes all columns of {{any}}: one statement.</summary>
            /// <exception cref="global::Covet.RowNotFoundException">Its row isn't there any more.</exception>
            public {{Refs.Task}} UpdateAsync({{model}} model, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.UpdateAsync(AskedDatabase, model, cancellationToken);

            /// <summary>Deletes {{any}}: one statement.</summary>
            /// <exception cref="global::Covet.RowNotFoundException">Its row isn't there any more.</exception>
            public {{Refs.Task}} DeleteAsync({{model}} model, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.DeleteAsync(AskedDatabase, model, cancellationToken);
            """);
        UpsertEmitter.Emit(writer, plan);
        WriterEmitter.Emit(writer, plan);
    }

    private static string KeyNote(KeySource source) => source switch
    {
        KeySource.Database => " A key of 0 is made by the database and filled in.",
        KeySource.Guid => " An empty key is made and filled in.",
        _ => "",
    };
}
