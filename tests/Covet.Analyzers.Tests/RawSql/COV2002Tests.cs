using Covet.Analyzers.RawSql;

namespace Covet.Analyzers.Tests.RawSql;

public sealed class COV2002Tests : RuleTests<UnsafeSqlAnalyzer>
{
    protected override string Reported => """_ = RawExpression.Unsafe([|"name = " + name|]);""";

    [Theory]
    [InlineData("name")]
    [InlineData("ann.Name")]
    [InlineData("$\"views > {number}\"")]
    [InlineData("text: name.Trim()", "name.Trim()")]
    public Task Text_that_is_built_is_reported(string argument, string? reported = null)
        => VerifyStatementsAsync($"_ = RawExpression.Unsafe({argument.Replace(reported ?? argument, $"[|{reported ?? argument}|]", StringComparison.Ordinal)});");

    [Theory]
    [InlineData("\"NOW()\"")]
    [InlineData("number > 1 ? \"ASC\" : \"DESC\"")]
    [InlineData("number switch { 1 => \"a\", _ => \"b\" }")]
    [InlineData("string.Empty + nameof(name)")]
    public Task Constants_are_not(string text) => VerifyStatementsAsync($"_ = RawExpression.Unsafe({text});");

    [Fact]
    public Task A_delegate_or_late_binding_takes_any_text() => VerifyStatementsAsync("""
        Func<string, RawExpression> make = [|RawExpression.Unsafe|];
        _ = new[] { name }.Select([|RawExpression.Unsafe|]).ToList();
        dynamic late = name;
        _ = RawExpression.Unsafe([|late|]);
        _ = nameof(RawExpression.Unsafe);
        """);

    [Fact]
    public Task A_wrapper_around_it_is_checked_where_it_is_called() => VerifyAsync("""
        public static class Wrapper
        {
            public static RawExpression Of([ConstantExpected] string sql) => RawExpression.Unsafe(sql + " NULLS LAST");
            public static RawExpression Any(string sql) => RawExpression.Unsafe([|sql|]);
        }
        """);

    [Fact]
    public Task A_reason_suppresses_it() => VerifyAsync("""
        public static class Tenants
        {
            [SuppressMessage("Covet.Sql", "COV2002", Justification = "From our configuration.")]
            public static RawExpression Schema(string name) => RawExpression.Unsafe(name);
        }
        """);

    [Fact]
    public Task The_other_gates_are_another_rule() => VerifyStatementsAsync("_ = new RawExpression(name);");
}
