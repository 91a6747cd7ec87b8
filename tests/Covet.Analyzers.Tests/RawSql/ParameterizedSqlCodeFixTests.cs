using Covet.Analyzers.RawSql;
using Covet.CodeFixes.RawSql;

namespace Covet.Analyzers.Tests.RawSql;

public sealed class ParameterizedSqlCodeFixTests : FixTests<ConstantSqlAnalyzer, ParameterizedSqlCodeFix>
{
    [Theory]
    [InlineData("$\"views > {number}\"", "$\"views > {number}\"")]
    [InlineData("$\"title = '{name}'\"", "$\"title = {name}\"")]
    [InlineData("$@\"title = '{name}'\"", "$\"title = {name}\"")]
    [InlineData("\"title = \" + name", "$\"title = {name}\"")]
    [InlineData("\"title = '\" + name + \"' AND views > \" + number + \" -- {x}\"", "$\"title = {name} AND views > {number} -- {{x}}\"")]
    [InlineData("\"title = \" + (number > 1 ? name : ann.Name)", "$\"title = {(number > 1 ? name : ann.Name)}\"")]
    [InlineData("\"title = \" + nameof(name) + \" OR name = \" + name", "$\"title = {new RawExpression(nameof(name))} OR name = {name}\"")]
    [InlineData("string.Format(\"views > {0} AND title = '{1}' AND 1 = {0} AND {{}}\", number, name)", "$\"views > {number} AND title = {name} AND 1 = {number} AND {{}}\"")]
    [InlineData("string.Concat(\"title = \", name)", "$\"title = {name}\"")]
    [InlineData("\"title = \" + name + \" LIMIT \" + 10", "$\"title = {name} LIMIT 10\"")]
    [InlineData("\"a\\n= \\\"B\\\" + \" + ann.CreatedAt", "$\"a\\n= \\\"B\\\" + {ann.CreatedAt}\"")]
    public Task Values_become_parameters(string text, string interpolated)
        => VerifyFixAsync($"_ = new RawExpression([|{text}|]);", $"_ = RawExpression.Interpolated({interpolated});");

    [Fact]
    public Task Any_form_of_the_call_is_repaired() => VerifyFixAsync("""
        RawExpression typed = new([|"views > " + number|]);
        _ = db.Posts.Where(p => new Covet.RawExpression(text: [|$"views > {number}"|])); // kept
        """, """
        RawExpression typed = RawExpression.Interpolated($"views > {number}");
        _ = db.Posts.Where(p => Covet.RawExpression.Interpolated($"views > {number}")); // kept
        """);

    [Theory]
    [InlineData("name")]
    [InlineData("name + \" > 60\"")]
    [InlineData("\"SELECT * FROM \" + name")]
    [InlineData("$\"title ORDER BY {name}\"")]
    [InlineData("$\"title LIKE '%{name}%'\"")]
    [InlineData("$\"\\\"{name}\\\" = 1\"")]
    [InlineData("\"posts_\" + number + \".id\"")]
    [InlineData("$\"views > {number:000}\"")]
    [InlineData("string.Format(\"views > {0:000}\", number)")]
    [InlineData("\"views > \" + DateTime.Now.DayOfWeek")]
    [InlineData("\"views > \" + new System.Text.StringBuilder()")]
    [InlineData("\"a = \" + name.Length + name")]
    [InlineData("string.Join(\", \", name, name)")]
    public Task What_is_no_value_is_left_to_the_author(string text) => VerifyNoFixAsync($"_ = new RawExpression([|{text}|]);");
}

public sealed class ParameterizedUnsafeCodeFixTests : FixTests<UnsafeSqlAnalyzer, ParameterizedSqlCodeFix>
{
    [Fact]
    public Task Unsafe_becomes_interpolated() => VerifyFixAsync("""
        _ = db.Posts.Where(p => RawExpression.Unsafe([|"title = '" + name + "'"|]));
        _ = Covet.RawExpression.Unsafe([|$"views > {number}"|]);
        """, """
        _ = db.Posts.Where(p => RawExpression.Interpolated($"title = {name}"));
        _ = Covet.RawExpression.Interpolated($"views > {number}");
        """);
}
