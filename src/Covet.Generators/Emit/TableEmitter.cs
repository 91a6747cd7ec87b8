using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints a model's table: <c>Post.Table.g.cs</c>.</summary>
internal static class TableEmitter
{
    private const string NoReturning = "This would write every row of the table. Say Where(...).Returning(...) first, or All().Returning(...) if that is meant.";

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        var (model, name) = (plan.Type.Global, plan.Type.Beside("Table"));
        var (any, many) = (Words.Any(plan.Type), Words.Many(plan.Type));
        var columns = plan.Type.GlobalBeside("Columns");
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

            /// <summary>
            /// Inserts {{many}}, any number of them, in one transaction: all or none.{{KeyNote(plan.Key.Source)}} Those that have their key go first.
            /// </summary>
            public {{Refs.Task}} InsertManyAsync({{Refs.IEnumerable}}<{{model}}> models, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.InsertManyAsync(AskedDatabase, models, null, cancellationToken);

            /// <summary>
            /// Inserts {{many}}, any number of them, in one transaction: all or none.{{KeyNote(plan.Key.Source)}} Those that have their key go first.
            /// </summary>
            /// <param name="models">The instances.</param>
            /// <param name="progress">Told now and then, and at the end, how many were sent.</param>
            /// <param name="cancellationToken">Cancels it: none is inserted then.</param>
            public {{Refs.Task}} InsertManyAsync(
                {{Refs.IEnumerable}}<{{model}}> models, global::System.IProgress<long>? progress, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.InsertManyAsync(AskedDatabase, models, progress, cancellationToken);

            /// <summary>Writes all columns of {{any}}: one statement.</summary>
            {{Missing(plan)}}
            public {{Refs.Task}} UpdateAsync({{model}} model, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.UpdateAsync(AskedDatabase, model, cancellationToken);

            /// <summary>Writes some columns of {{any}}: one statement.</summary>
            /// <exception cref="global::System.ArgumentException">No column is named, one of another model, or one of the key.</exception>
            {{Missing(plan)}}
            public {{Refs.Task}} UpdateAsync({{model}} model, params global::System.Func<{{columns}}, global::Covet.IColumn>[] columns)
                => Writer.Instance.UpdateAsync(AskedDatabase, model, columns, default);

            /// <summary>Writes some columns of {{any}}: one statement.</summary>
            /// <exception cref="global::System.ArgumentException">No column is named, one of another model, or one of the key.</exception>
            {{Missing(plan)}}
            public {{Refs.Task}} UpdateAsync(
                {{model}} model, {{Refs.IEnumerable}}<global::System.Func<{{columns}}, global::Covet.IColumn>> columns, {{Refs.CancellationToken}} cancellationToken)
                => Writer.Instance.UpdateAsync(AskedDatabase, model, columns, cancellationToken);

            /// <summary>
            /// Writes all columns of {{many}}, any number of them, in one transaction: all or none. On PostgreSQL by one array a column, on SQLite by a prepared statement.
            /// </summary>
            /// <exception cref="global::System.ArgumentException">A row is given twice.</exception>
            /// <exception cref="global::Covet.ConcurrencyException">Rows aren't there any more, or not as they were read; it names their keys.</exception>
            public {{Refs.Task}} UpdateManyAsync({{Refs.IEnumerable}}<{{model}}> models, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.UpdateManyAsync(AskedDatabase, models, cancellationToken);

            /// <summary>Writes some columns of {{many}}, any number of them, in one transaction: all or none.</summary>
            /// <exception cref="global::System.ArgumentException">A row is given twice; no column is named, one of another model, or one of the key.</exception>
            /// <exception cref="global::Covet.ConcurrencyException">Rows aren't there any more, or not as they were read; it names their keys.</exception>
            public {{Refs.Task}} UpdateManyAsync({{Refs.IEnumerable}}<{{model}}> models, params global::System.Func<{{columns}}, global::Covet.IColumn>[] columns)
                => Writer.Instance.UpdateManyAsync(AskedDatabase, models, columns, default);

            /// <summary>Writes some columns of {{many}}, any number of them, in one transaction: all or none.</summary>
            /// <exception cref="global::System.ArgumentException">A row is given twice; no column is named, one of another model, or one of the key.</exception>
            /// <exception cref="global::Covet.ConcurrencyException">Rows aren't there any more, or not as they were read; it names their keys.</exception>
            public {{Refs.Task}} UpdateManyAsync(
                {{Refs.IEnumerable}}<{{model}}> models, {{Refs.IEnumerable}}<global::System.Func<{{columns}}, global::Covet.IColumn>> columns, {{Refs.CancellationToken}} cancellationToken)
                => Writer.Instance.UpdateManyAsync(AskedDatabase, models, columns, cancellationToken);

            /// <summary>Deletes {{any}}: one statement.</summary>
            {{Missing(plan)}}
            public {{Refs.Task}} DeleteAsync({{model}} model, {{Refs.CancellationToken}} cancellationToken = default)
                => Writer.Instance.DeleteAsync(AskedDatabase, model, cancellationToken);
            """);
        WriteRefusals(writer, model, columns);
        UpsertEmitter.Emit(writer, plan);
        WriterEmitter.Emit(writer, plan);
    }

    /// <summary>Set-based writes of the bare table: hidden by methods that don't compile, and refused where the table is a variable of its query's type.</summary>
    private static void WriteRefusals(SourceWriter writer, string model, string columns) => writer.WriteMember($$"""
        /// <inheritdoc/>
        {{Refs.Hidden}}
        protected override bool IsTable => true;

        /// <summary>Not on the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("This would update every row of the table. Say Where(...) first, or All().UpdateAsync(...) if that is meant.", error: true)]
        [global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
        public new {{Refs.Task}}<int> UpdateAsync(params global::System.Func<{{columns}}, global::Covet.Assignment>[] sets) => base.UpdateAsync(sets);

        /// <summary>Not on the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("This would update every row of the table. Say Where(...) first, or All().UpdateAsync(...) if that is meant.", error: true)]
        [global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
        public new {{Refs.Task}}<int> UpdateAsync({{Refs.IEnumerable}}<global::System.Func<{{columns}}, global::Covet.Assignment>> sets, {{Refs.CancellationToken}} cancellationToken)
            => base.UpdateAsync(sets, cancellationToken);

        /// <summary>Not on the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("This would delete every row of the table. Say Where(...) first, or All().DeleteAsync() if that is meant.", error: true)]
        [global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
        public new {{Refs.Task}}<int> DeleteAsync({{Refs.CancellationToken}} cancellationToken = default) => base.DeleteAsync(cancellationToken);

        /// <summary>Not of the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("{{NoReturning}}", error: true)]
        public new global::Covet.WrittenRows<{{columns}}, {{model}}> Returning() => base.Returning();

        /// <summary>Not of the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("{{NoReturning}}", error: true)]
        public new global::Covet.WrittenRows<{{columns}}, TProjection> Returning<TProjection>()
            where TProjection : global::Covet.IProjection<TProjection, {{model}}>
            => base.Returning<TProjection>();

        /// <summary>Not of the whole table: doesn't compile.</summary>
        {{Refs.Hidden}}
        [global::System.Obsolete("{{NoReturning}}", error: true)]
        public global::Covet.WrittenRows<{{columns}}, T> Returning<T>(global::System.Func<{{columns}}, T> columns)
            => throw new global::System.NotSupportedException("{{NoReturning}}");
        """);

    private static string Missing(ModelPlan plan) => plan.Version is null
        ? "/// <exception cref=\"global::Covet.RowNotFoundException\">Its row isn't there any more.</exception>"
        : $"/// <exception cref=\"global::Covet.ConcurrencyException\">Its row has another <c>{plan.Version.Property}</c> by now, or isn't there any more.</exception>";

    private static string KeyNote(KeySource source) => source switch
    {
        KeySource.Database => " A key of 0 is made by the database and filled in.",
        KeySource.Guid => " An empty key is made and filled in.",
        _ => "",
    };
}
