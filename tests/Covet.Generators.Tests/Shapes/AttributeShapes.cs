using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Shapes;

/// <summary>What attributes say, and how it is written: odd names in the database, odd literals, odd arguments, half-written ones.</summary>
public sealed class AttributeShapes
{
    /// <summary>Names that SQLAlchemy tests, and more.</summary>
    public static TheoryData<string> OddNames =>
    [
        "a\"b", "a\"\"b", "\"", "a.b", "a\".\"b", "a b", " a", "a ", "%", "100%", ":a", "?", "a?b", "@p0", "$1", "{}", "{0}", "{{0}}", "--", "a--b", "/* a", "*/", "a;b", "a\";--", "(a)", "[a]", "`a`", "'", "a'b", "\\", "\\n",
        "#", "a#b", "1", "1a", "select", "user", "order", "table", "group", "NULL", "😀", "Größe", "用户", "é", "İ", "ß", "a\\\"b", "\"\"\"", "\"\"\"\"\"", "sqlite", "rowid_", "<b>", "&amp;", "a\u00A0b", "\uFFFD",
        "123456789012345678901234567890123456789012345678901234567890123",
    ];

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_name_is_quoted(string name)
    {
        var (table, index) = (SymbolDisplay.FormatLiteral(name, quote: true), SymbolDisplay.FormatLiteral("i" + (name.Length > 60 ? name[1..] : name), quote: true));
        await ShapeTest.RunAsync(
            $$"""
            [Model(Table = {{table}}, Schema = {{table}}, Plural = "Things"), Index("Value", Name = {{index}})]
            public partial class Thing { public int Id { get; set; } [Column({{table}})] public string Value { get; set; } = ""; [ForeignKey(Column = "parent")] public partial Thing? Parent { get; set; } }
            """,
            """
            var parent = new Thing { Value = "a" };
            await db.Things.InsertAsync(parent);
            await db.Things.InsertAsync(new Thing { Value = "b", Parent = parent });
            var thing = (await db.Things.Where(t => t.Value == "b" & t.Parent.Value == "a").OrderBy(t => t.Value).Include(t => t.Parent).Prefetch(t => t.Things).ToListAsync()).Single();
            Assert.Equal("a", thing.Parent!.Value);
            thing.Value = "c";
            await db.Things.UpdateAsync(thing);
            await db.Things.Where(t => t.Value == "c").UpdateAsync(t => t.Value.Set("d"));
            Assert.Equal(1, await db.Things.Where(t => t.Value == "d").DeleteAsync());
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\\0")]
    [InlineData("a\\0b")]
    [InlineData("a\\nb")]
    [InlineData("a\\tb")]
    [InlineData("\\u2028")]
    [InlineData("a\\u2029b")]
    [InlineData("a\\u0085b")]
    [InlineData("\\u200B")]
    [InlineData("\\uFEFFa")]
    [InlineData("a\\u202Eb")]
    [InlineData("\\uD800")]
    [InlineData("\\uDC00a")]
    [InlineData("\\u00AD")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("ééééééééééééééééééééééééééééééééx")]
    public void A_name_that_cannot_be_is_reported_at_its_member(string name)
    {
        var run = GeneratorTest.RunUnchecked(
            $$"""
            [Model(Table = "{{name}}", Schema = "{{name}}"), Index("Value", Name = "{{name}}")]
            public partial class Thing
            {
                public int Id { get; set; }
                [Column("{{name}}")] public int Value { get; set; }
                [ForeignKey(Column = "{{name}}", RelatedName = "+")] public partial Thing? Parent { get; set; }
                [ManyToMany(Table = "{{name}}")] public partial ManyToMany<Thing, ThingQuery> Others { get; }
            }
            [Database] public partial class Db;
            """);

        Assert.Equal(["COV1015 Others", "COV1015 Parent", "COV1015 Thing", "COV1015 Value"], run.Reported.Where(report => report.StartsWith("COV1015", StringComparison.Ordinal)).Distinct().Order());
        run.AssertIsFaultless();
    }

    [Theory]
    [InlineData("@\"a\\b\"\"c\"")]
    [InlineData("\"\"\"a\"b\\c\"\"\"")]
    [InlineData("$\"{nameof(Thing)}_{Names.A}\"")]
    [InlineData("\"a\" + Names.A + nameof(Thing.Value)")]
    [InlineData("Names.A")]
    [InlineData("nameof(Thing.Value)")]
    [InlineData("\"\\u0061\\x62\\U00000063\"")]
    [InlineData("\"a\\\"b\\\\c\"")]
    [InlineData("true ? \"a\" : \"b\"")]
    [InlineData("(string)\"a\"")]
    public Task A_text_may_be_written_in_every_way(string literal) => ShapeTest.RunAsync(
        $$"""
        public static class Names { public const string A = "x" + B; private const string B = "y"; }
        [Model(Table = {{literal}}, Plural = "Things")] public partial class Thing { public int Id { get; set; } [Column({{literal}})] public int Value { get; set; } }
        """,
        $"await db.Things.InsertAsync(new Thing {{ Value = 3 }}); Assert.Equal(3, (await db.Things.SingleAsync()).Value);");

    /// <summary>The compiler reports what it doesn't take; Covet takes what is left.</summary>
    [Theory]
    [InlineData("Model(Table = null)", "Column(null!)", "ForeignKey(Column = null, RelatedName = null, To = null)")]
    [InlineData("Model(Table = default)", "Column(default!)", "ForeignKey(OnDelete = default)")]
    [InlineData("Model(Table = 1)", "Column(1)", "ForeignKey(OnDelete = 1)")]
    [InlineData("Model(Tabl = \"x\")", "Column(Nam = \"x\")", "ForeignKey(On = 1)")]
    [InlineData("Model(Table = typeof(Missing))", "Column(typeof(Missing))", "ForeignKey(To = typeof(Missing))")]
    [InlineData("Model(Table = nameof(Missing))", "Column(nameof(Missing))", "ForeignKey(To = nameof(Missing))")]
    [InlineData("Model(Table = new[] { \"a\" })", "Column(new[] { \"a\" })", "ForeignKey(Default = new[] { 1 })")]
    [InlineData("Model(\"x\")", "Column()", "ForeignKey(1)")]
    [InlineData("Model(Table = )", "Column(", "ForeignKey(OnDelete = OnDelete.)")]
    [InlineData("Model(Table = \"a\", Table = \"b\")", "Column(\"a\", \"b\")", "ForeignKey(OnDelete = (OnDelete)99)")]
    [InlineData("Model(Table = \"a)", "Column(\"a)", "ForeignKey(Column = \"a)")]
    [InlineData("Model, Index(null!)", "Index(null!), MaxLength(-1)", "ForeignKey(Default = double.NaN, OnDelete = OnDelete.SetDefault)")]
    [InlineData("Model, Index(), Unique(\"\", null!)", "Precision(2, int.MinValue)", "ForeignKey(Default = float.NegativeInfinity, OnDelete = OnDelete.SetDefault)")]
    [InlineData("Model, Index((string[])null!)", "Converter<Missing>", "ForeignKey(Default = typeof(int), OnDelete = OnDelete.SetDefault)")]
    [InlineData("Model, Unique(new string[0])", "Converter<>", "ForeignKey(Default = (OnDelete)(-1), OnDelete = OnDelete.SetDefault)")]
    [InlineData("Model, Index(Name = 5)", "Json(Context = typeof(Missing))", "OneToOne(Default = 'x', OnDelete = OnDelete.SetDefault)")]
    [InlineData("Model, Index(nameof(Missing))", "Json(Context = null)", "OneToOne(Default = null, OnDelete = OnDelete.SetDefault)")]
    public void An_argument_may_be_anything(string onClass, string onColumn, string onRelation)
    {
        var run = GeneratorTest.RunUnchecked(
            $$"""
            [{{onClass}}]
            public partial class Thing
            {
                public int Id { get; set; }
                [{{onColumn}}]
                public string Value { get; set; } = "";
                [{{onRelation}}]
                public partial Thing? Parent { get; set; }
            }
            """,
            "[Model] public partial class Other { public int Id { get; set; } } [Database] public partial class Db;");

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "COV1099");
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("Source0.cs", diagnostic.Location.SourceTree?.FilePath));
        Assert.Contains(run.Models, model => model.Type.Name == "Other");
        run.AssertIsFaultless();
    }

    [Fact]
    public void An_action_that_is_none_restricts() =>
        Assert.Contains("ON DELETE RESTRICT", GeneratorTest.Run("[Model] public partial class Thing { public int Id { get; set; } [ForeignKey(OnDelete = (OnDelete)99)] public partial Thing? Parent { get; set; } } [Database] public partial class Db;").Source("Db.Database.g.cs"), StringComparison.Ordinal);
}
