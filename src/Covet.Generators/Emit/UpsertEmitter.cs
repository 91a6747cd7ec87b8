using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints the writes of a table that look first for what is there.</summary>
internal static class UpsertEmitter
{
    private const string Writes = "global::Covet.Infrastructure.ConflictWrites";

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        WriteUpserts(writer, plan);
        WriteOrCreates(writer, plan);
    }

    private static void WriteUpserts(SourceWriter writer, ModelPlan plan) => writer.WriteMember($$"""
        /// <summary>
        /// Inserts {{Words.Any(plan.Type)}}, or updates the row that is the same in its key or in something else that is unique: one statement. It writes all columns but
        /// these, and fills in the key that the row has.
        /// </summary>
        /// <param name="model">The instance.</param>
        /// <param name="conflict">{{Conflict(plan)}}</param>
        /// <param name="cancellationToken">Cancels the statement.</param>
        /// <exception cref="global::System.InvalidOperationException">The instance has null there, or no key yet, so that no row can be the same.</exception>
        public {{Refs.Task}} UpsertAsync({{plan.Type.Global}} model, {{Choice(plan)}} conflict, {{Refs.CancellationToken}} cancellationToken = default)
            => {{Writes}}.UpsertAsync(AskedDatabase, model, conflict, cancellationToken);

        /// <summary>
        /// Inserts or updates {{Words.Many(plan.Type)}}, each as <see cref="UpsertAsync"/> does, in one transaction, in batches. Of several that are the same the last one stays.
        /// They are sent in the order of what they conflict in, so that callers who write the same rows don't deadlock.
        /// </summary>
        /// <param name="models">The instances.</param>
        /// <param name="conflict">{{Conflict(plan)}}</param>
        /// <param name="cancellationToken">Cancels the statements.</param>
        /// <exception cref="global::System.InvalidOperationException">An instance has null there, or no key yet; nothing was written.</exception>
        public {{Refs.Task}} UpsertManyAsync({{Refs.IEnumerable}}<{{plan.Type.Global}}> models, {{Choice(plan)}} conflict, {{Refs.CancellationToken}} cancellationToken = default)
            => {{Writes}}.UpsertManyAsync(AskedDatabase, models, conflict, cancellationToken);
        """);

    private static void WriteOrCreates(SourceWriter writer, ModelPlan plan) => writer.WriteMember($$"""
        /// <summary>
        /// Reads the {{Words.One(plan.Type)}} that is the same in its key or in something else that is unique, or else inserts this one: one statement where there is one, two where there is
        /// none, three for who loses a race to another caller.
        /// </summary>
        /// <remarks>
        /// In a transaction of PostgreSQL that is repeatable read or serializable, who loses a race gets the database's serialization failure, since it may not see the other's row.
        /// </remarks>
        /// <param name="model">The instance to insert; where there is a row it stays as it is.</param>
        /// <param name="conflict">{{Conflict(plan)}}</param>
        /// <param name="cancellationToken">Cancels the statements.</param>
        /// <returns>A new instance of the row that was there, or <paramref name="model"/> with its key; and whether it was inserted.</returns>
        /// <exception cref="global::System.InvalidOperationException">The instance has null there, or no key yet, so that no row can be the same.</exception>
        public {{Refs.Task}}<({{plan.Type.Global}} Model, bool Created)> GetOrCreateAsync({{plan.Type.Global}} model, {{Choice(plan)}} conflict, {{Refs.CancellationToken}} cancellationToken = default)
            => {{Writes}}.GetOrCreateAsync(AskedDatabase, model, conflict, cancellationToken);

        /// <summary>
        /// As <see cref="UpsertAsync"/>, and tells which it was: one statement where a row is updated, two where one is inserted, three for who loses a race to another caller.
        /// </summary>
        /// <inheritdoc cref="GetOrCreateAsync" path="/remarks"/>
        /// <param name="model">The instance.</param>
        /// <param name="conflict">{{Conflict(plan)}}</param>
        /// <param name="cancellationToken">Cancels the statements.</param>
        /// <returns><paramref name="model"/> with the key that its row has; and whether it was inserted.</returns>
        /// <exception cref="global::System.InvalidOperationException">The instance has null there, or no key yet, so that no row can be the same.</exception>
        public {{Refs.Task}}<({{plan.Type.Global}} Model, bool Created)> UpdateOrCreateAsync({{plan.Type.Global}} model, {{Choice(plan)}} conflict, {{Refs.CancellationToken}} cancellationToken = default)
            => {{Writes}}.UpdateOrCreateAsync(AskedDatabase, model, conflict, cancellationToken);
        """);

    private static string Choice(ModelPlan plan) => $"global::System.Func<{plan.Type.GlobalBeside("Conflicts")}, {ConflictsEmitter.TargetOf(plan)}>";

    private static string Conflict(ModelPlan plan) =>
        $"In what a row that is there may be the same: <c>x => x.{Literals.Xml(plan.Conflicts[plan.Conflicts.Count - 1].Name)}</c>.";
}
