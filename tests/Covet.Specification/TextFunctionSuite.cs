using Zoo;

namespace Covet.Specification;

/// <summary>Text functions take apart and test texts alike on every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class TextFunctionSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    [SkippableFact]
    public async Task Parts_of_texts_are_counted_in_characters_from_zero()
    {
        await GivenAsync(new Everything { Text = "aé👍d", Number = 1, MaybeNumber = 2 });
        await AssertAsync(e => e.Text.Length(), 4, "length(t0.\"text\")");
        await AssertAsync(e => e.Text.Substring(2), "👍d", "substr(t0.\"text\", @p0)");
        await AssertAsync(e => e.Text.Substring(1, 2), "é👍", "substr(t0.\"text\", @p0, @p1)");
        await AssertAsync(
            e => e.Text.Substring(e.Number), "é👍d",
            "substr(t0.\"text\", max(t0.\"number\", 0) + 1)",
            "substr(t0.\"text\", CASE WHEN t0.\"number\" < 0 THEN 0 ELSE t0.\"number\" END + 1)");
        await AssertAsync(
            e => e.Text.Substring(e.Number, e.Number + 1), "é👍",
            "substr(t0.\"text\", max(t0.\"number\", 0) + 1, max(t0.\"number\" + @p0, 0))",
            "substr(t0.\"text\", CASE WHEN t0.\"number\" < 0 THEN 0 ELSE t0.\"number\" END + 1, CASE WHEN (t0.\"number\" + @p0) < 0 THEN 0 ELSE t0.\"number\" + @p1 END)");
        await AssertAsync(e => e.Text.Substring(0, e.Number), "a");
        await AssertAsync(e => e.Text.Substring(-e.Number, e.Number), "a");
        await AssertAsync(e => e.Text.Substring(e.Number, -e.Number), "");
        await AssertAsync(e => e.Text.Substring(0), "aé👍d");
        await AssertAsync(e => e.Text.Substring(4), "");
        await AssertAsync(e => e.Text.Substring(int.MaxValue), "");
        await AssertAsync(e => e.Text.Substring(3, int.MaxValue), "d");
        await AssertAsync(e => e.Text.Substring(9, 2), "");
        await AssertAsync(e => e.Text.Substring(1, 0), "");
        await AssertAsync(e => e.MaybeText.Substring(1, 2), null);
        using var log = Db.Record();
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Text.Substring(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Text.Substring(0, -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Text.Substring(e.Number, -1)));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Parts_of_texts_are_tested_by_their_exact_characters()
    {
        await GivenAsync(new Everything { Text = "5%_\\x" });
        await AssertAsync(e => e.Text.Contains("%_"), true, "instr(t0.\"text\", @p0) > 0", "strpos(t0.\"text\", @p0) > 0");
        await AssertAsync(
            e => e.Text.StartsWith("5%"), true, "substr(t0.\"text\", 1, length(@p0)) = @p1", "starts_with(t0.\"text\", @p0)");
        await AssertAsync(
            e => e.Text.EndsWith("\\x"), true,
            "substr(t0.\"text\", length(t0.\"text\") - length(@p0) + 1) = @p1", "right(t0.\"text\", length(@p0)) = @p1");
        await AssertHoldsAsync(e => e.Text.Contains("_%"), expected: false);
        await AssertHoldsAsync(e => e.Text.StartsWith("5_"), expected: false);
        await AssertHoldsAsync(e => e.Text.EndsWith("%x"), expected: false);
    }

    [SkippableFact]
    public async Task Parts_of_texts_are_found_and_replaced()
    {
        await GivenAsync(new Everything { Text = "é👍'\"\\%_👍", MaybeText = "👍" });
        await AssertAsync(e => e.Text.IndexOf("'"), 2, "instr(t0.\"text\", @p0) - 1", "strpos(t0.\"text\", @p0) - 1");
        await AssertAsync(e => e.Text.IndexOf(e.MaybeText), 1, "instr(t0.\"text\", t0.\"maybe_text\") - 1", "strpos(t0.\"text\", t0.\"maybe_text\") - 1");
        await AssertAsync(e => e.Text.IndexOf("x"), -1);
        await AssertAsync(e => e.Text.IndexOf(""), 0);
        await AssertAsync(e => e.Text.IndexOf("\\%_"), 4);
        await AssertHoldsAsync(e => e.Text.IndexOf("👍") + 1 == 2);
        await AssertAsync(e => e.Text.Replace("👍", ""), "é'\"\\%_", "replace(t0.\"text\", @p0, @p1)");
        await AssertAsync(e => e.Text.Replace(e.MaybeText, "'"), "é''\"\\%_'", "replace(t0.\"text\", t0.\"maybe_text\", @p0)");
        await AssertAsync(e => e.Text.Replace("\\%_", e.Text.Substring(0, 1)), "é👍'\"é👍");
        await AssertAsync(e => e.Text.Replace(e.Text.Substring(99), "x"), "é👍'\"\\%_👍");
        Assert.Throws<ArgumentException>(() => Db.Everythings.Select(e => e.Text.Replace("", "x")));
        Assert.Throws<ArgumentException>(() => Db.Everythings.Select(e => e.Text.Replace("", e.Text)));
        Assert.Throws<ArgumentNullException>(() => Db.Everythings.Select(e => e.Text.IndexOf((string)null!)));
        await GivenAsync(new Everything { Text = "  a b " });
        await AssertAsync(e => e.Text.Trim(), "a b", "trim(t0.\"text\")");
        await AssertAsync(e => e.Text.TrimStart(), "a b ", "ltrim(t0.\"text\")");
        await AssertAsync(e => e.Text.TrimEnd(), "  a b", "rtrim(t0.\"text\")");
        await AssertAsync(e => e.MaybeText.TrimEnd(), null);
        await AssertHoldsAsync(e => e.MaybeText.IndexOf("x") == 3, expected: false);
    }

    [SkippableFact]
    public async Task Texts_are_joined_as_in_CSharp_where_NULL_is_empty()
    {
        string? missing = null;
        await GivenAsync(new Everything { Text = "a", Number = 7 });
        await AssertAsync(e => e.Text + "!", "a!", "t0.\"text\" || @p0");
        await AssertAsync(e => "'" + e.MaybeText + "\"", "'\"", "(@p0 || COALESCE(t0.\"maybe_text\", '')) || @p1");
        await AssertAsync(e => e.Text + e.MaybeText, "a", "t0.\"text\" || COALESCE(t0.\"maybe_text\", '')");
        await AssertAsync(e => e.MaybeText + e.MaybeText, "");
        await AssertAsync(e => e.Text + missing, "a", "t0.\"text\" || @p0");
        await AssertAsync(e => e.MaybeText.Lower() + "x", "x", "COALESCE(lower(t0.\"maybe_text\"), '') || @p0");
        await AssertAsync(e => e.Text + e.Text.Upper() + e.Text, "aAa");
        await AssertAsync(e => e.Number + "x", "7x");
        await AssertAsync(
            e => e.MaybeNumber + "x", "x", "COALESCE(CAST(t0.\"maybe_number\" AS TEXT), '') || @p0", "COALESCE(CAST(t0.\"maybe_number\" AS text), '') || @p0");
        await AssertHoldsAsync(e => e.MaybeText + "x" == "x");
    }

    [SkippableFact]
    public async Task Patterns_mind_the_case_unless_they_are_asked_not_to()
    {
        await GivenAsync(new Everything { Text = "Aé👍'\"\\%_z", MaybeText = "A__'%" });
        await AssertAsync(e => e.Text.Like("A%z"), true, "covet_like(t0.\"text\", @p0)", "t0.\"text\" LIKE @p0 ESCAPE '\\'");
        await AssertAsync(e => e.Text.ILike("a%Z"), true, "t0.\"text\" LIKE @p0 ESCAPE '\\'", "t0.\"text\" ILIKE @p0 ESCAPE '\\'");
        await AssertAsync(
            e => e.Text.Like(e.MaybeText), true, "(covet_like(t0.\"text\", t0.\"maybe_text\")) IS TRUE",
            "(t0.\"text\" LIKE t0.\"maybe_text\" ESCAPE '\\') IS TRUE");
        foreach (string pattern in new[] { "%", "A%", "%%z", "A__'\"\\\\\\%\\_z", "A_👍%", "________z", "%'%", "%\\%_z", "%é%_%", "A%\\\\%z" })
            await AssertHoldsAsync(e => e.Text.Like(pattern) && e.Text.ILike(pattern));
        foreach (string pattern in new[] { "", "A", "a%", "_________z", "%Z", "A_'%", "%\\%z", "_" })
            await AssertHoldsAsync(e => e.Text.Like(pattern), expected: false);
        string users = "%_\\";
        Assert.Equal("\\%\\_\\\\", Sql.EscapeLike(users));
        await AssertHoldsAsync(e => e.Text.Like("%" + Sql.EscapeLike("\\%_") + "%") && !e.Text.Like("%" + Sql.EscapeLike(users) + "%"));
        await AssertHoldsAsync(e => e.Text.ILike("A%" + e.Text.Substring(8, 1).Upper()) && e.Text.Substring(20).Like("") && e.Text.Substring(20).Like("%"));
        await GivenAsync(new Everything { Text = "x" });
        await AssertHoldsAsync(e => e.MaybeText.Like("%") || e.MaybeText.ILike("%") || e.MaybeText.Matches("."), expected: false);
    }

    [SkippableFact]
    public async Task A_pattern_that_ends_in_an_escape_is_an_error()
    {
        await GivenAsync(new Everything { Text = "x\\" });
        using var log = Db.Record();
        var exception = Assert.Throws<ArgumentException>(() => Db.Everythings.Where(e => e.Text.Like("x\\")));
        Assert.Contains("EscapeLike", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Db.Everythings.Where(e => e.Text.ILike("x\\\\\\")));
        Assert.Throws<ArgumentException>(() => Db.Everythings.Where(e => e.Text.Like((Expr<string>)"\\")));
        Assert.Empty(log.Statements);
        await AssertHoldsAsync(e => e.Text.Like("x\\\\"));
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.Where(e => e.Text.Like(e.Text)).CountAsync());
    }

    [SkippableFact]
    public async Task Regular_expressions_are_the_database_s()
    {
        await GivenAsync(new Everything { Text = "Post 42'\"é", MaybeText = "^P" });
        await AssertAsync(e => e.Text.Matches("[0-9]+"), true, "t0.\"text\" REGEXP @p0", "t0.\"text\" ~ @p0");
        await AssertAsync(e => e.Text.Matches(e.MaybeText), true, "(t0.\"text\" REGEXP t0.\"maybe_text\") IS TRUE", "(t0.\"text\" ~ t0.\"maybe_text\") IS TRUE");
        await AssertHoldsAsync(e => e.Text.Matches("^Post \\d{2}'\"é$") && e.Text.Matches("(post|Post)") && !e.Text.Matches("^post") && e.Text.Matches(""));
        await Assert.ThrowsAsync<DatabaseException>(() => Db.Everythings.Where(e => e.Text.Matches("(")).CountAsync());
        for (int i = 0; i < 300; i++)
            await AssertHoldsAsync(e => e.Text.Matches($"^Post {i}'"), expected: i == 42);
    }

    [SkippableFact]
    public async Task A_collation_decides_comparisons_and_order()
    {
        await Db.Everythings.InsertManyAsync([new Everything { Text = "b" }, new Everything { Text = "B" }, new Everything { Text = "a" }]);
        if (IsSqlite)
        {
            Assert.Equal(2, await Db.Everythings.Where(e => e.Text.Collate("NOCASE") == "b").CountAsync());
            Assert.Contains("(t0.\"text\" COLLATE \"NOCASE\") = @p0", Db.Everythings.Where(e => e.Text.Collate("NOCASE") == "b").ToSql(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("(t0.\"text\" COLLATE \"C\") = @p0", Db.Everythings.Where(e => e.Text.Collate("C") == "b").ToSql(), StringComparison.Ordinal);
        }
        var ordered = IsSqlite ? Db.Everythings.OrderBy(e => e.Text.Collate("BINARY")) : Db.Everythings.OrderBy(e => e.Text.Collate("C"));
        Assert.Equal(["B", "a", "b"], (await ordered.ToListAsync()).Select(e => e.Text));
        Assert.ThrowsAny<Exception>(() => Db.Everythings.OrderBy(e => e.Text.Collate("")));
    }
}
