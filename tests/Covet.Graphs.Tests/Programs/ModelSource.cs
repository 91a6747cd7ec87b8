using System.Text;
using Covet.Graphs.Tests.Shapes;

namespace Covet.Graphs.Tests.Programs;

/// <summary>Writes a set of models as C#.</summary>
public static class ModelSource
{
    public static string Write(ModelSet set)
    {
        var source = new StringBuilder();
        foreach (var model in set.Models)
            source.AppendLine(Write(set, model));
        return source.AppendLine("[Database] public partial class GraphDb;").ToString();
    }

    private static string Write(ModelSet set, ModelShape model)
    {
        IEnumerable<string> members =
        [
            .. OwnKey(model.Key),
            "[Unique] public string Slug { get; set; } = \"\";",
            "public int Number { get; set; }",
            "public string? Note { get; set; }",
            .. set.ReferencesOf(model.Name).Select(Write),
            .. set.Links.Where(link => link.Model == model.Name).Select(Write),
        ];
        return $$"""
            [Model] public partial class {{model.Name}}
            {
                {{string.Join("\n    ", members)}}
            }
            """;
    }

    private static string[] OwnKey(KeyKind key) => key switch
    {
        KeyKind.Int => ["public int Id { get; set; }"],
        KeyKind.Long => ["public long Id { get; set; }"],
        KeyKind.Guid => ["public Guid Id { get; set; }"],
        KeyKind.Text => ["[Key] public string Code { get; set; } = \"\";"],
        KeyKind.Enum => ["[Key, Converter<GradeConverter>] public Grade Grade { get; set; }"],
        KeyKind.Composite => ["[Key] public string Area { get; set; } = \"\";", "[Key] public int Rank { get; set; }"],
        _ => [],
    };

    private static string Write(Reference reference)
    {
        string[] arguments =
        [
            .. reference.RelatedName is { } name ? [$"RelatedName = \"{name}\""] : (string[])[],
            .. reference.IsToSlug ? [$"To = nameof({reference.Target}.Slug)"] : (string[])[],
        ];
        return $"[{(reference.IsKey ? "Key, " : "")}{(reference.IsOneToOne ? "OneToOne" : "ForeignKey")}({string.Join(", ", arguments)})] " +
            $"public partial {reference.Target}{(reference.IsRequired ? "" : "?")} {reference.Name} {{ get; set; }}";
    }

    private static string Write(Link link)
    {
        string[] arguments =
        [
            $"RelatedName = \"{link.ReverseName ?? "+"}\"",
            .. link.Model == link.Target && !link.IsSymmetrical ? ["Symmetrical = false"] : (string[])[],
        ];
        string through = link.Through is { } pair ? $", {pair.First.Model}" : "";
        return $"[ManyToMany({(link.IsSymmetrical ? "" : string.Join(", ", arguments))})] public partial ManyToMany<{link.Target}, {link.Target}Query{through}> {link.Name} {{ get; }}";
    }
}
