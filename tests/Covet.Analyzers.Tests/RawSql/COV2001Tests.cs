using Covet.Analyzers.RawSql;

namespace Covet.Analyzers.Tests.RawSql;

public sealed partial class COV2001Tests : RuleTests<ConstantSqlAnalyzer>
{
    protected override string Reported => """_ = new RawExpression([|"name = " + name|]);""";

    [Theory]
    [InlineData("\"NOW()\"")]
    [InlineData("\"a\" + \"b\" + Constants.Text")]
    [InlineData("$\"a {Constants.Text} {nameof(Constants)}\"")]
    [InlineData("@\"verbatim\"")]
    [InlineData("\"\"\"raw\"\"\"")]
    [InlineData("string.Empty")]
    [InlineData("\"a\" + Environment.NewLine + \"b\"")]
    [InlineData("(\"views > 1\")!")]
    [InlineData("(string)(object)\"views > 1\"")]
    [InlineData("\"LIMIT \" + 10")]
    [InlineData("$\"LIMIT {10} {'x'} {true}\"")]
    [InlineData("number > 1 ? \"ASC\" : \"DESC\"")]
    [InlineData("number > 1 ? \"ASC\" : throw new InvalidOperationException()")]
    [InlineData("Constants.Maybe ?? \"DESC\"")]
    [InlineData("number switch { 1 => \"a\", 2 => \"b\" + Constants.Text, _ => throw new InvalidOperationException() }")]
    [InlineData("Constants.ReadOnly")]
    [InlineData("Constants.Property")]
    [InlineData("Constants.Computed")]
    [InlineData("Constants.Order(name)")]
    [InlineData("Constants.FromConstructor + Constants.ByBranch")]
    [InlineData("default(string)!")]
    public Task What_is_built_from_constants_is_constant(string text) => VerifyAsync(Sources.InMethod($"_ = new RawExpression({text});") + Constants);

    [Theory]
    [InlineData("name")]
    [InlineData("(string)(object)name")]
    [InlineData("ann.Name")]
    [InlineData("name.Trim()")]
    [InlineData("name.Replace(\"'\", \"''\")")]
    [InlineData("string.Format(\"a = {0}\", name)")]
    [InlineData("string.Join(\", \", new[] { \"a\", \"b\" })")]
    [InlineData("string.Concat(\"a\", name)")]
    [InlineData("new System.Text.StringBuilder(\"a\").ToString()")]
    [InlineData("number.ToString()")]
    [InlineData("\"views > \" + number")]
    [InlineData("$\"views > {number}\"")]
    [InlineData("$\"views > {DayOfWeek.Monday + number}\"")]
    [InlineData("number > 1 ? \"ASC\" : name")]
    [InlineData("Constants.Maybe ?? name")]
    [InlineData("number switch { 1 => \"a\", _ => name }")]
    [InlineData("(\"a\", \"b\").Item1")]
    [InlineData("new[] { \"a\" }[0]")]
    [InlineData("Variables.Field")]
    [InlineData("Variables.Settable")]
    [InlineData("Variables.Written")]
    [InlineData("Variables.Echo(name)")]
    [InlineData("Variables.Inherited.Virtual()")]
    [InlineData("Variables.Recursive(3)")]
    [InlineData("await Task.FromResult(\"a\")")]
    [InlineData("new Func<string>(() => \"a\")()")]
    [InlineData("Environment.MachineName")]
    public Task What_is_not_proven_is_reported(string text) => VerifyAsync(Sources.InMethod($"_ = new RawExpression([|{text}|]);") + Constants + Variables);

    [Theory]
    [InlineData("var sql = \"a\";")]
    [InlineData("string sql; if (number > 1) sql = \"a\"; else sql = \"b\";")]
    [InlineData("var sql = \"a\"; if (number > 1) sql += \" DESC\"; sql = sql + \"!\";")]
    [InlineData("string? sql = null; sql ??= \"a\";")]
    [InlineData("var sql = \"a\"; Action change = () => sql = \"b\"; change();")]
    [InlineData("var sql = \"a\"; while (number-- > 0) sql = sql == \"a\" ? \"b\" : \"a\";")]
    [InlineData("var sql = Local(); static string Local() { return \"a\"; }")]
    [InlineData("var other = \"a\"; var sql = other;")]
    [InlineData("string sql; var copy = sql = \"a\";")]
    public Task A_local_is_as_constant_as_what_is_written_to_it(string statements) => VerifyStatementsAsync(statements + " _ = new RawExpression(sql);");

    [Theory]
    [InlineData("var sql = \"a\"; sql = name;")]
    [InlineData("var sql = \"a\"; if (number > 1) sql += name;")]
    [InlineData("string? sql = null; sql ??= name;")]
    [InlineData("var sql = \"a\"; Action change = () => sql = name; change();")]
    [InlineData("var sql = \"a\"; void Change() => sql = name; Change();")]
    [InlineData("var sql = \"a\"; foreach (var each in name) sql = sql + each;")]
    [InlineData("var sql = \"a\"; System.Threading.Interlocked.Exchange(ref sql, name);")]
    [InlineData("var sql = \"a\"; ref var alias = ref sql; alias = name;")]
    [InlineData("var sql = \"a\"; var number2 = 0; (sql, number2) = (name, 1);")]
    [InlineData("var (sql, other) = (\"a\", \"b\");")]
    [InlineData("string sql; Other.Out(out sql);")]
    [InlineData("Other.Out(out var sql);")]
    [InlineData("if (((object)name) is not string sql) return;")]
    [InlineData("if (((object)name) is not string { Length: > 0 } sql) return;")]
    [InlineData("var other = name; var sql = other;")]
    [InlineData("var sql = Local(name); static string Local(string text) => text;")]
    public Task A_local_that_may_hold_something_else_is_reported(string statements)
        => VerifyAsync(Sources.InMethod(statements + " _ = new RawExpression([|sql|]);") + "public static class Other { public static void Out(out string text) => text = Environment.MachineName; }");

    [Fact]
    public Task The_variable_of_a_loop_is_reported() => VerifyStatementsAsync("foreach (var sql in new[] { \"a\" }) _ = new RawExpression([|sql|]);");

    [Fact]
    public Task Every_way_to_make_a_raw_expression_is_a_gate() => VerifyStatementsAsync("""
        RawExpression typed = new([|name|]);
        _ = new RawExpression(text: [|name|]);
        db.Posts.Where(p => new RawExpression([|$"views > {number}"|]));
        db.Posts.OrderBy(p => new RawExpression([|name|]));
        db.Posts.Select(p => new RawExpression([|name|]).As<int>());
        _ = new[] { name }.Select(each => new RawExpression([|each|])).ToList();
        _ = (from each in new[] { name } select new RawExpression([|each|])).ToList();
        Func<string, RawExpression> make = each => new RawExpression([|each|]);
        dynamic late = name;
        _ = new RawExpression([|late|]);
        """);

    [Fact]
    public Task The_handler_takes_text_only_from_the_compiler() => VerifyStatementsAsync("""
        var handler = new SqlInterpolatedStringHandler(10, 1);
        handler.AppendLiteral("a = ");
        handler.AppendFormatted(name);
        handler.AppendLiteral([|name|]);
        handler.AppendLiteral(value: [|name|]);
        Action<string> append = [|handler.AppendLiteral|];
        dynamic late = name;
        handler.AppendLiteral([|late|]);
        """);

    [Fact]
    public Task Holes_are_parameters() => VerifyStatementsAsync("""
        _ = RawExpression.Interpolated($"a = {name} AND {new RawExpression("NOW()")} > {number}");
        _ = RawExpression.Interpolated($"a = {name}" + $" AND b = {number}");
        await db.ExecuteAsync($"UPDATE posts SET views = {number} WHERE title = {name}");
        _ = await db.Posts.FromSql($"SELECT * FROM posts WHERE title = {name}").ToListAsync();
        _ = await db.QueryAsync<PostCard>($"SELECT 1 WHERE {name} = {name}");
        _ = await db.ScalarAsync<long>($"SELECT count(*) FROM posts WHERE title = {name}");
        _ = await db.ScalarsAsync<long>($"SELECT id FROM posts WHERE title = {name}");
        """);

    [Fact]
    public Task Tags_values_and_names_are_no_text() => VerifyStatementsAsync("""
        _ = db.Posts.Where(p => p.Title == name && p.Title.StartsWith(name)).TagWith(name);
        _ = RawExpression.Unsafe(name);
        _ = nameof(RawExpression.Unsafe);
        """);

    private const string Constants = """

        public static partial class Constants
        {
            public const string Text = "text";
            public const string? Maybe = null;
            public static readonly string ReadOnly = "a" + Text;
            public static readonly string FromConstructor;
            public static readonly string ByBranch = "a";
            public static string Property { get; } = "a";
            public static string Computed => Text + ReadOnly;
            static Constants()
            {
                FromConstructor = "a" + ReadOnly;
                if (Text.Length > 3)
                    ByBranch = ByBranch + "b";
            }
            public static string Order(string key)
            {
                switch (key)
                {
                    case "a": return "x";
                    case "b": return Order("a") + "y";
                    default: throw new ArgumentException("");
                }
            }
        }
        """;

    private const string Variables = """

        public static class Variables
        {
            public static string Field = "a";
            public static readonly string Written = "a";
            public static string Settable { get; set; } = "a";
            public static readonly Base Inherited = new();
            static Variables() => Written = Environment.MachineName;
            public static string Echo(string text) => text;
            public static string Recursive(int depth) => depth == 0 ? Environment.MachineName : Recursive(depth - 1);
        }
        public class Base { public virtual string Virtual() => "a"; }
        """;
}
