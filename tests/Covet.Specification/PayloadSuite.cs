using System.Text.RegularExpressions;

namespace Covet.Specification;

/// <summary>Whatever a value is, the SQL is that of a harmless one, and the value comes back as it was.</summary>
/// <param name="fixture">The database.</param>
public abstract partial class PayloadSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    private const string Harmless = "x";

    [SkippableFact]
    public Task Comparisons_and_tests_of_texts() => SelectAsync(ConditionClauses, Payloads.All);

    [SkippableFact]
    public Task Patterns() => SelectAsync(PatternClauses, Payloads.All);

    [SkippableFact]
    public Task Selected_ordered_and_grouped_values() => SelectAsync(ValueClauses, Payloads.All);

    [SkippableFact]
    public Task Queries_made_of_queries() => SelectAsync(SourceClauses, Payloads.All);

    [SkippableFact]
    public Task Raw_SQL() => SelectAsync(RawClauses, Payloads.All);

    [SkippableFact]
    public Task Calls() => CallAsync([.. CallClauses, .. LaterCallClauses], Payloads.All);

    [SkippableFact]
    public async Task A_megabyte()
    {
        await SelectAsync([.. ConditionClauses, .. ValueClauses, .. SourceClauses, .. RawClauses], [Payloads.Megabyte]);
        await CallAsync([.. CallClauses, .. LaterCallClauses], [Payloads.Megabyte]);
    }

    [SkippableFact]
    public async Task What_can_t_be_stored_is_refused_before_anything_is_sent()
    {
        var failures = new List<string>();
        foreach (string payload in Payloads.Refused)
        {
            string reason = payload.Contains('\0', StringComparison.Ordinal) ? "NUL character" : "surrogate pair";
            foreach (var (name, query) in new[] { ConditionClauses, PatternClauses, ValueClauses, SourceClauses, RawClauses }.SelectMany(clauses => clauses))
                await RefusedAsync(name, () => query(payload).SingleAsync(), 0);
            foreach (var (name, call) in CallClauses)
                await RefusedAsync(name, () => call(payload), 0);
            foreach (var (name, call) in LaterCallClauses)
                await RefusedAsync(name, () => call(payload), 1);

            async Task RefusedAsync(string name, Func<Task> call, int before)
            {
                using var log = Db.Record();
                var exception = await Record.ExceptionAsync(call);
                if (exception is not InvalidValueException || !exception.Message.Contains(reason, StringComparison.Ordinal))
                    failures.Add($"{name}, {Shown(payload)}: {exception}");
                if (log.Statements.Count != before)
                    failures.Add($"{name}, {Shown(payload)} sent {string.Join("; ", log.Statements.Select(statement => statement.Text))}");
            }
        }
        AssertNone(failures);
    }

    [SkippableFact]
    public async Task Every_tag_is_one_comment()
    {
        var query = Db.Posts.Where(p => p.Id == 1).Select(p => p.Title);
        string plain = query.ToSql();
        foreach (string payload in Payloads.All.Concat(Payloads.Refused).Append(Payloads.Megabyte))
        {
            var tagged = Db.Posts.Where(p => p.Id == 1).TagWith(payload).Select(p => p.Title);
            string sql = tagged.ToSql();
            Assert.EndsWith(" */ " + plain, sql, StringComparison.Ordinal);
            string inside = sql[3..^(plain.Length + 4)];
            Assert.Equal("/* ", sql[..3]);
            Assert.Equal(payload.Length, inside.Length);
            Assert.True(inside.IndexOfAny(['*', '\'', '"', '@', ':', ';', '?', '$', '{', '\\', '\0', '\n', '\r', '\u2028']) < 0, inside.Length > 99 ? "long" : inside);
            Assert.False(inside.Any(char.IsSurrogate), Shown(payload));
            Assert.Equal("Post 1", await tagged.SingleAsync());
        }
    }

    /// <summary>Each clause's statement is that of a harmless value; the value comes back from it.</summary>
    private async Task SelectAsync((string Name, Func<string, Selection<string>> Query)[] clauses, string[] payloads)
    {
        var failures = new List<string>();
        var expected = Array.ConvertAll(clauses, clause => clause.Query(Harmless).ToSql());
        Assert.All(expected, sql => Assert.Contains("@p0", sql, StringComparison.Ordinal));
        await GuardedAsync(payloads, async payload =>
        {
            for (int i = 0; i < clauses.Length; i++)
            {
                var (name, query) = clauses[i];
                string at = $"{name}, {Shown(payload)}";
                if (query(payload).ToSql() != expected[i])
                    failures.Add($"{at}: {query(payload).ToSql()}");
                using var log = Db.Record();
                string? read = null;
                var exception = await Record.ExceptionAsync(async () => read = await query(payload).SingleAsync());
                if (exception is not null)
                    failures.Add($"{at}: {exception.Message}");
                else if (read != payload)
                    failures.Add($"{at} came back as {Shown(read!)}");
                // A terminal limits the rows that it reads; nothing else may differ from what ToSql shows.
                if (exception is null && (log.Statements.Count != 1 || !log.Statements[0].Text.StartsWith(expected[i], StringComparison.Ordinal)))
                    failures.Add($"{at} sent {string.Join("; ", log.Statements.Select(statement => statement.Text))}");
            }
        });
        AssertNone(failures);
    }

    /// <summary>Each call's statements are those of a harmless value; the value comes back from it.</summary>
    private async Task CallAsync((string Name, Func<string, Task<string>> Call)[] calls, string[] payloads)
    {
        var failures = new List<string>();
        var expected = new List<string[]>();
        foreach (var (_, call) in calls)
        {
            await GivenAsync(Harmless);
            using var log = Db.Record();
            Assert.Equal(Harmless, await call(Harmless));
            expected.Add([.. log.Statements.Select(statement => statement.Text)]);
            Assert.NotEmpty(expected[^1]);
        }
        await GuardedAsync(payloads, async payload =>
        {
            for (int i = 0; i < calls.Length; i++)
            {
                var (name, call) = calls[i];
                using var log = Db.Record();
                string? read = null;
                var exception = await Record.ExceptionAsync(async () => read = await call(payload));
                if (exception is not null)
                    failures.Add($"{name}, {Shown(payload)}: {exception.Message}");
                else if (read != payload)
                    failures.Add($"{name}, {Shown(payload)} came back as {Shown(read!)}");
                if (exception is null && !log.Statements.Select(statement => statement.Text).SequenceEqual(expected[i]))
                    failures.Add($"{name}, {Shown(payload)} sent {string.Join("; ", log.Statements.Select(statement => statement.Text))}");
            }
        });
        AssertNone(failures);
    }

    /// <summary>Runs the payloads one by one, each the title of the first post, beside a canary and under the schema as it is.</summary>
    private async Task GuardedAsync(string[] payloads, Func<string, Task> test)
    {
        await Db.ExecuteAsync($"CREATE TABLE canary (id INTEGER PRIMARY KEY)");
        await Db.ExecuteAsync($"INSERT INTO canary VALUES (1)");
        string schema = await SchemaAsync();
        foreach (string payload in payloads)
        {
            await GivenAsync(payload);
            await test(payload);
        }
        Assert.Equal(1, await Db.ScalarAsync<long>($"SELECT count(*) FROM canary"));
        Assert.Equal(8, await Db.Posts.CountAsync(p => p.Id <= 8));
        Assert.Equal(schema, await SchemaAsync());
        await Db.ExecuteAsync($"DROP TABLE canary");
    }

    private async Task GivenAsync(string title)
    {
        var post = await Db.Posts.SingleAsync(p => p.Id == 1);
        post.Title = title;
        await Db.Posts.UpdateAsync(post);
    }

    private async Task<string> SchemaAsync() => string.Join('\n', IsSqlite
        ? await Db.ScalarsAsync<string>($"SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name")
        : await Db.ScalarsAsync<string>(
            $"SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1"));

    private static void AssertNone(List<string> failures) => Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join('\n', failures.Take(40))}");

    private static string Shown(string payload) => payload.Length > 100
        ? $"{payload.Length} characters"
        : Regex.Replace(payload, "[^ -~]", match => $"\\u{(int)match.Value[0]:X4}");
}
