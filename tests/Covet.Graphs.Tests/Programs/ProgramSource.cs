using Covet.Graphs.Tests.Shapes;

namespace Covet.Graphs.Tests.Programs;

/// <summary>Writes the program that hands out a <see cref="GraphProgram"/>.</summary>
public static class ProgramSource
{
    public static string Write(ModelSet set, IEnumerable<Tree> trees) => $$"""
        public static class GraphProgramFactory
        {
            public static GraphProgram Create() => new(
                provider => new GraphDb(provider),
                [
                    {{Lines(set.Models.Select(model => Model(set, model)))}}
                ],
                [
                    {{Lines(set.References.Select(reference => Access(set, reference)))}}
                ],
                [
                    {{Lines(set.Links.Where(link => link.Through is null).Select(Access))}}
                ],
                [
                    {{Lines(set.Relations.Select(Access))}}
                ],
                [
                    {{Lines(trees.Select(tree => TreeSource.Access(tree) + ","))}}
                ]);
        }
        """;

    private static string Model(ModelSet set, ModelShape model)
    {
        var (name, table) = (model.Name, Reference.Plural(model.Name));
        var key = set.KeyOf(name).ConvertAll(part => part.Property);
        var own = key.Where(_ => model.Key is not (KeyKind.Owner or KeyKind.Pair)).Select(part => $"{part} = Keys.{Maker(model.Key, part)}(index), ");
        var columns = key.Concat(set.ReferencesOf(name).SelectMany(set.Columns).Select(column => column.Here)).Append("Slug").Distinct();
        return $$"""
            new ModelAccess("{{name}}",
                (index, number, note) => new {{name}} { {{string.Concat(own)}}Slug = Keys.Slug(index), Number = number, Note = note },
                x => {{Value(name, "x", key)}},
                x => [(({{name}})x).Number, (({{name}})x).Note, {{string.Join(", ", columns.Select(column => $"(({name})x).{column}"))}}],
                (d, rows) => ((GraphDb)d).{{table}}.InsertManyAsync(rows.Cast<{{name}}>()),
                (d, row) => ((GraphDb)d).{{table}}.UpdateAsync(({{name}})row),
                async d => [.. await ((GraphDb)d).{{table}}.OrderBy(x => x).ToListAsync()]),
            """;
    }

    private static string Access(ModelSet set, Reference reference)
    {
        var columns = set.Columns(reference);
        var points = columns.Select(column => $"(({reference.Model})a).{column.Here} = (({reference.Target})b).{column.There};");
        bool isTuple = columns.Count > 1 && !reference.IsRequired;
        var here = columns.ConvertAll(column => column.Here + (!isTuple ? "" : column.Type == "string" ? "!" : "!.Value"));
        string isNull = isTuple ? $"(({reference.Model})x).{columns[0].Here} is null ? null : " : "";
        return $$"""
            new ReferenceAccess("{{reference.Name}}",
                (a, b) => { {{string.Join(" ", points)}} },
                x => {{isNull}}{{Value(reference.Model, "x", here)}},
                x => {{Value(reference.Target, "x", columns.ConvertAll(column => column.There))}}),
            """;
    }

    private static string Access(Link link) => $"""
        new LinkAccess("{link.Name}", (a, b) => (({link.Model})a).{link.Name}.AddAsync(({link.Target})b)),
        """;

    private static string Access(RelationShape relation)
    {
        string property = $"(({relation.Model})x).{relation.Name}";
        return relation.IsToMany
            ? $"""new RelationAccess("{relation.Model}", "{relation.Name}", x => {property}.IsLoaded, x => {property}.All()),"""
            : $$"""new RelationAccess("{{relation.Model}}", "{{relation.Name}}", null, x => {{property}} is { } one ? [one] : []),""";
    }

    /// <summary>One value as an object, several as a tuple.</summary>
    private static string Value(string model, string instance, List<string> properties)
        => properties is [var one] ? $"(object?)(({model}){instance}).{one}!" : $"(object)({string.Join(", ", properties.Select(property => $"(({model}){instance}).{property}"))})";

    private static string Maker(KeyKind kind, string property) => kind == KeyKind.Composite ? property : $"{kind}";

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines).Replace("\n", "\n            ", StringComparison.Ordinal);
}
