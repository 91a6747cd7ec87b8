using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Covet;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Compiler;

/// <summary>A solution of so many classes, ten columns and three relations each, a file a class; and what its author may do to the one in the middle.</summary>
internal sealed class Solution
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location),
    ];

    private readonly Func<int, Edit, int, string> _write;
    private readonly SyntaxTree[] _classes;

    private Solution(int classes, Func<int, Edit, int, string> write, params string[] others)
    {
        _write = write;
        _classes = [.. Enumerable.Range(0, classes).Select(number => Parse(write(number, Edit.None, 0), $"Class{number}.cs"))];
        Compilation = CSharpCompilation.Create(
            "Solution",
            [.. _classes, .. others.Select((text, number) => Parse(text, $"Other{number}.cs"))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Models, a database, and a file with queries for every tenth.</summary>
    public static Solution OfModels(int classes) => new(
        classes,
        Model,
        ["namespace App; [Covet.Database] public partial class AppDb;", .. Enumerable.Range(0, classes / 10).Select(number => Queries(number * 10))]);

    /// <summary>The same classes without Covet, in one context of System.Text.Json.</summary>
    public static Solution OfJson(int classes)
    {
        var context = new StringBuilder("namespace App;\n");
        for (int number = 0; number < classes; number++)
            context.AppendLine(CultureInfo.InvariantCulture, $"[System.Text.Json.Serialization.JsonSerializable(typeof(Class{number}))]");
        context.AppendLine("public partial class AppContext : System.Text.Json.Serialization.JsonSerializerContext;");
        return new Solution(classes, Plain, context.ToString());
    }

    /// <summary>The solution after an edit of one file, each round another one.</summary>
    public CSharpCompilation After(Edit edit, int round)
    {
        int number = _classes.Length / 2;
        return Compilation.ReplaceSyntaxTree(_classes[number], Parse(_write(number, edit, round), $"Class{number}.cs"));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path);

    private static string Model(int number, Edit edit, int round) => $$"""
        using System;
        using Covet;
        namespace App;
        {{(edit == Edit.Comment ? $"// Note {round}." : "")}}
        [Model]
        public partial class Class{{number}}
        {
        {{Columns(edit, round)}}
            {{Relation(number, 1)}}
            {{Relation(number, 7)}}
            [ManyToMany(RelatedName = "LinkedTo{{number}}")] public partial ManyToMany<Class{{Math.Max(number - 13, 0)}}, Class{{Math.Max(number - 13, 0)}}Query> Linked { get; }
            {{(edit == Edit.Relation ? $"[ForeignKey(RelatedName = \"NewOf{number}\")] public partial Class{number - 20}? New{round} {{ get; set; }}" : "")}}
        }
        """;

    private static string Relation(int number, int distance) =>
        $"[ForeignKey(RelatedName = \"Of{number}Before{distance}\")] public partial Class{Math.Max(number - distance, 0)}? Before{distance} {{ get; set; }}";

    private static string Plain(int number, Edit edit, int round) => $$"""
        using System;
        using System.Collections.Generic;
        namespace App;
        {{(edit == Edit.Comment ? $"// Note {round}." : "")}}
        public class Class{{number}}
        {
        {{Columns(edit, round)}}
            public Class{{Math.Max(number - 1, 0)}}? Before1 { get; set; }
            public Class{{Math.Max(number - 7, 0)}}? Before7 { get; set; }
            public List<Class{{Math.Max(number - 13, 0)}}> Linked { get; set; } = [];
            {{(edit == Edit.Relation ? $"public Class{number - 20}? New{round} {{ get; set; }}" : "")}}
        }
        """;

    private static string Columns(Edit edit, int round) => $$"""
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public string? Note { get; set; }
            public int Count { get; set; }
            public long Total { get; set; }
            public decimal Price { get; set; }
            public bool Open { get; set; }
            public DateTimeOffset CreatedAt { get; set; }
            public Guid Token { get; set; }
            public double? Weight { get; set; }
            {{(edit == Edit.Column ? $"public int New{round} {{ get; set; }}" : "")}}
            public int Length() { return Name.Length{{(edit == Edit.Body ? $" + {round}" : "")}}; }
        """;

    private static string Queries(int number) => $$"""
        using System.Threading.Tasks;
        using Covet;
        namespace App;
        public static class Queries{{number}}
        {
            public static async Task<long> RunAsync(AppDb db, string name, int least)
            {
                var found = await db.Class{{number}}s.Where(c => c.Name == name && c.Count > least).OrderBy(c => c.Id).Take(20).Prefetch(c => c.Linked).ToListAsync();
                long sum = 0;
                foreach (var one in found)
                {
                    sum += one.Total + one.Linked.All().Count;
                    if (one.Open)
                        await db.Class{{number}}s.Where(c => c.Id == one.Id).UpdateAsync(c => c.Count.Set(c.Count + 1));
                }
                return sum + await db.Class{{number}}s.CountAsync(c => c.Open) + await db.ScalarAsync<int>($"SELECT count(*) FROM things WHERE name = {name}");
            }
        }
        """;
}

/// <summary>What is done to a file.</summary>
internal enum Edit
{
    None,
    Body,
    Comment,
    Column,
    Relation,
}
