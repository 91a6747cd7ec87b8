using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints how an instance takes over what its row has become.</summary>
internal static class ReloadEmitter
{
    private const string Reload = "global::Covet.Infrastructure.ModelReload";

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember($"""
            /// <summary>Reads the columns of this {Words.One(plan.Type)} anew and forgets all of its relations: one statement. It changes nothing when it fails.</summary>
            /// <exception cref="global::System.InvalidOperationException">The instance was never saved or loaded.</exception>
            /// <exception cref="global::Covet.RowNotFoundException">Its row isn't there any more.</exception>
            public {Refs.Task} ReloadAsync({Refs.CancellationToken} cancellationToken = default)
                => {Reload}.RunAsync<{plan.Type.Global}>(this, ModelFacts.ByKey, ModelFacts.TakeRow, cancellationToken);
            """);
        if (plan.References.Count + plan.Referrers.Count + plan.Links.Count == 0)
            return;
        var prefetch = plan.Type.GlobalBeside("Prefetch");
        writer.WriteMember($"""
            /// <summary>
            /// Loads a relation of this {Words.One(plan.Type)} anew, whether it is loaded or not: one statement, never for its siblings. It changes nothing when it fails.
            /// </summary>
            /// <param name="relation">The relation, with what a prefetch may say of it.</param>
            /// <param name="cancellationToken">Cancels the loading.</param>
            /// <exception cref="global::System.InvalidOperationException">The instance was never saved or loaded.</exception>
            public {Refs.Task} ReloadAsync(global::System.Func<{prefetch}, global::Covet.PrefetchBranch> relation, {Refs.CancellationToken} cancellationToken = default)
                => {Reload}.RunAsync<{plan.Type.Global}, {prefetch}>(this, relation, cancellationToken);
            """);
    }

    /// <summary>Prints what the runtime needs for it: inside the model, whose setters and fields may be private.</summary>
    public static void EmitFacts(SourceWriter writer, ModelPlan plan)
    {
        writer.Separate();
        writer.WriteSqlText(
            $"public static readonly {Refs.RowStatement}<{plan.Type.Global}> ByKey = new(",
            DialectText.Of(dialect => dialect.Select(plan, plan.Key.Columns)),
            $", [{Parameters(plan.Key.Columns)}]);");
        WriteTakeRow(writer, plan);
        if (HasOthers(plan))
            WriteForget(writer, plan);
        foreach (var column in plan.Columns.Where(column => column.Init is not null))
            WriteInit(writer, column);
    }

    /// <summary>Parameters with the columns that they take their values from.</summary>
    public static string Parameters(IEnumerable<ColumnPlan> columns) =>
        string.Join(", ", columns.Select(column => $"({Literals.Text(DialectSql.Parameter(column))}, {column.Ordinal})"));

    /// <summary>Whether relations lead here, or places are filled from here: what another key would make wrong.</summary>
    public static bool HasOthers(ModelPlan plan) => plan.Referrers.Count + plan.Links.Count + plan.Intos.Count > 0;

    /// <summary>Gives an instance the value that another one has in a column, past an <c>init</c> accessor where there is one.</summary>
    public static string Copy(ColumnPlan column) => column.Init is { } init
        ? $"{column.Property}Init{init.Arguments}.Set(model, row.{column.Identifier});"
        : $"model.{column.Identifier} = row.{column.Identifier};";

    private static void WriteTakeRow(SourceWriter writer, ModelPlan plan)
    {
        using var method = writer.Member($"public static void TakeRow({plan.Type.Global} model, {plan.Type.Global} row)");
        foreach (var column in plan.Columns.Where(column => !column.IsKey))
            writer.WriteLine(column.Field is null ? Copy(column) : $"model.{column.Field} = row.{column.Field};");
        foreach (var reference in plan.References)
        {
            writer.WriteLine($"model.{reference.Field} = null;");
            if (reference.IsOptional)
                writer.WriteLine($"model.{reference.LoadedField} = false;");
        }

        if (HasOthers(plan))
            writer.WriteLine("ForgetOthers(model);");
    }

    private static void WriteForget(SourceWriter writer, ModelPlan plan)
    {
        using var method = writer.Member($"public static void ForgetOthers({plan.Type.Global} model)");
        foreach (var referrer in plan.Referrers)
        {
            writer.WriteLine(referrer.IsOneToOne ? $"model.{referrer.Field} = null;" : $"model.{referrer.Field}?.Forget();");
            if (referrer.IsOneToOne)
                writer.WriteLine($"model.{referrer.LoadedField} = false;");
        }

        foreach (var link in plan.Links)
            writer.WriteLine($"model.{link.Field}?.Forget();");
        foreach (var into in plan.Intos)
        {
            writer.WriteLine($"model.{into.Field} = null;");
            if (!into.IsList)
                writer.WriteLine($"model.{into.FilledField} = false;");
        }
    }

    private static void WriteInit(SourceWriter writer, ColumnPlan column) => writer.WriteMember($$"""
        /// <summary>Sets what only a new instance can set in C#.</summary>
        private static class {{column.Property}}Init{{column.Init!.Parameters}}{{column.Init.Constraints}}
        {
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {{Literals.Text("set_" + column.Property)}})]
            public static extern void Set({{column.Init.Owner}} model, {{column.Init.Value}} value);
        }
        """);
}
