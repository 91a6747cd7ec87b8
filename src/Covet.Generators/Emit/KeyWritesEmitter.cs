using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>
/// Prints the writes of many-to-many sets that take keys of a model: <c>Tag.Keys.g.cs</c>. Extension methods, not blocks: in those the compiler warns of
/// composite keys, tuples whose names the caller leaves out.
/// </summary>
internal static class KeyWritesEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteHeader();
        if (plan.Type.Namespace.Length > 0)
            writer.WriteLine($"namespace {plan.Type.Namespace};\n");
        var many = Words.Many(plan.Type);
        writer.WriteLine($"/// <summary>Writes of sets of linked {many} that take their keys.</summary>");
        using var type = writer.Block($"{plan.Type.Accessibility} static class {plan.Type.KeyExtensions}");
        var set = $"this global::Covet.ManyToMany<{plan.Type.Global}, {plan.Type.GlobalBeside("Query")}> set";
        var keys = $"{Refs.IEnumerable}<{KeyOf(plan)}> keys";
        foreach (var (verb, summary) in Verbs(many))
        {
            writer.WriteMember($"""
                {summary}
                public static {Refs.Task} {verb}Async({set}, params {keys})
                    => set.{verb}KeysAsync({Stored(plan)}, default);

                {summary}
                public static {Refs.Task} {verb}Async({set}, {keys}, {Refs.CancellationToken} cancellationToken)
                    => set.{verb}KeysAsync({Stored(plan)}, cancellationToken);
                """);
        }

        WriteThrough(writer, plan, set.Replace("> set", ", TThrough> set"), keys);
    }

    private static void WriteThrough(SourceWriter writer, ModelPlan plan, string set, string keys)
    {
        const string link = "global::System.Action<TThrough> link";
        const string where = "where TThrough : class, global::Covet.IModel<TThrough>";
        var (one, many) = (Words.One(plan.Type), Words.Many(plan.Type));
        writer.WriteMember($"""
            /// <summary>Links the {one} with a key: one INSERT. <paramref name="link"/> fills the new link besides its two keys; one that is there stays as it is.</summary>
            public static {Refs.Task} AddAsync<TThrough>({set}, {KeyOf(plan)} key, {link}, {Refs.CancellationToken} cancellationToken = default) {where}
                => set.AddAsync([key], link, cancellationToken);

            /// <summary>Links the {many} with these keys: one INSERT. <paramref name="link"/> fills the new links besides their two keys, all alike; those that are there stay as they are.</summary>
            public static {Refs.Task} AddAsync<TThrough>({set}, {keys}, {link}, {Refs.CancellationToken} cancellationToken = default) {where}
                => set.AddKeysAsync({Stored(plan)}, link, cancellationToken);

            /// <summary>Makes the {many} with these keys the linked ones: one SELECT, at most one DELETE and one INSERT. <paramref name="link"/> fills the new links, all alike.</summary>
            public static {Refs.Task} SetAsync<TThrough>({set}, {keys}, {link}, {Refs.CancellationToken} cancellationToken = default) {where}
                => set.SetKeysAsync({Stored(plan)}, link, cancellationToken);
            """);
    }

    private static IEnumerable<(string Verb, string Summary)> Verbs(string many)
    {
        yield return ("Add", $"/// <summary>Links the {many} with these keys: one INSERT; those that are linked already stay as they are.</summary>");
        yield return ("Remove", $"/// <summary>Removes the links to the {many} with these keys: one DELETE; those that aren't linked are passed over.</summary>");
        yield return ("Set", $"/// <summary>Makes the {many} with these keys the linked ones: one SELECT, at most one DELETE and one INSERT; links that stay are untouched.</summary>");
    }

    /// <summary>The key's type, as <c>FindManyAsync</c> takes it.</summary>
    private static string KeyOf(ModelPlan plan) => plan.Key.Columns is [var only]
        ? only.Type.Clr.ToString()
        : KeyCode.Tuple(plan.Key.Columns.Select(part => $"{part.Type.Clr} {part.Identifier}"));

    private static string Stored(ModelPlan plan)
    {
        var parts = plan.Key.Columns;
        var stored = KeyCode.Tuple(parts.Select(part => ColumnCode.Store(part.Type, parts.Count == 1 ? "key" : $"key.{part.Identifier}")));
        return stored == "key" ? "keys" : $"global::System.Linq.Enumerable.Select(keys, static key => {stored})";
    }
}
