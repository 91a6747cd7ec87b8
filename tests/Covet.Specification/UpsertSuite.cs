using Blog;

namespace Covet.Specification;

/// <summary>Upsert, get-or-create and update-or-create on tables.</summary>
/// <param name="fixture">The database.</param>
public abstract class UpsertSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Upsert_inserts_what_is_not_there_and_fills_in_the_key()
    {
        var tag = new Tag { Name = "new" };
        await AssertCostAsync(1, 1, () => Db.Tags.UpsertAsync(tag, conflict: t => t.Name));
        Assert.Equal("new", (await Db.Tags.FindAsync(tag.Id))?.Name);
        Assert.Empty(await tag.Posts.AllAsync());
        var given = new Tag { Id = 1000, Name = "given" };
        await Db.Tags.UpsertAsync(given, t => t.Name);
        Assert.Equal((1000, "given"), (given.Id, (await Db.Tags.FindAsync(1000))!.Name));
    }

    [SkippableFact]
    public async Task Upsert_updates_every_other_column_of_what_is_there_and_fills_in_its_key()
    {
        var ann = (await Db.Users.SingleAsync(u => u.Email == "ann@example.org"))!;
        var user = new User { Email = "ann@example.org", Name = "Anna", CreatedAt = BlogData.Start.AddYears(1) };
        await AssertCostAsync(1, 1, () => Db.Users.UpsertAsync(user, u => u.Email));
        Assert.Equal(ann.Id, user.Id);
        var read = (await Db.Users.FindAsync(ann.Id))!;
        Assert.Equal(("Anna", BlogData.Start.AddYears(1)), (read.Name, read.CreatedAt));
        Assert.Equal(3, await Db.Users.CountAsync());
        Assert.Equal(2, (await user.Posts.AllAsync()).Count);
    }

    [SkippableFact]
    public async Task Upsert_gives_the_key_back_where_there_is_nothing_to_update()
    {
        var orm = await Db.Tags.SingleAsync(t => t.Name == "orm");
        var tag = new Tag { Name = "orm" };
        await Db.Tags.UpsertAsync(tag, t => t.Name);
        Assert.Equal(orm.Id, tag.Id);
        await Db.Tags.UpsertAsync(tag, t => t.Name);
        await Db.Tags.UpsertAsync(new Tag { Id = orm.Id, Name = "renamed" }, t => t.Id);
        Assert.Equal("renamed", (await Db.Tags.FindAsync(orm.Id))!.Name);
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task The_statements_are_constant()
    {
        Assert.Equal(
            "INSERT INTO \"users\" (\"email\", \"name\", \"created_at\")\nVALUES (@email, @name, @created_at)\n" +
            "ON CONFLICT (\"email\") DO UPDATE SET \"name\" = excluded.\"name\", \"created_at\" = excluded.\"created_at\"\nRETURNING \"id\"",
            Assert.Single(await SentAsync(() => Db.Users.UpsertAsync(new User { Email = "x" }, u => u.Email))));
        Assert.Equal(
            "INSERT INTO \"tags\" (\"name\")\nVALUES (@name)\nON CONFLICT (\"name\") DO UPDATE SET \"name\" = excluded.\"name\"\nRETURNING \"id\"",
            Assert.Single(await SentAsync(() => Db.Tags.UpsertAsync(new Tag { Name = "orm" }, t => t.Name))));
        Assert.Equal(
            "INSERT INTO \"tags\" (\"id\", \"name\")\nVALUES (@id, @name)\nON CONFLICT (\"id\") DO UPDATE SET \"name\" = excluded.\"name\"\nRETURNING \"id\"",
            Assert.Single(await SentAsync(() => Db.Tags.UpsertAsync(new Tag { Id = 1, Name = "orm" }, t => t.Id))));
        Assert.Equal(
            [
                "SELECT \"id\", \"name\" FROM \"tags\" WHERE \"name\" = @name",
                "INSERT INTO \"tags\" (\"name\")\nVALUES (@name)\nON CONFLICT (\"name\") DO NOTHING\nRETURNING \"id\"",
            ],
            await SentAsync(() => Db.Tags.GetOrCreateAsync(new Tag { Name = "first" }, t => t.Name)));
        Assert.Equal(
            [
                "UPDATE \"users\"\nSET \"name\" = @name, \"created_at\" = @created_at\nWHERE \"email\" = @email\nRETURNING \"id\"",
                "INSERT INTO \"users\" (\"email\", \"name\", \"created_at\")\nVALUES (@email, @name, @created_at)\nON CONFLICT (\"email\") DO NOTHING\nRETURNING \"id\"",
            ],
            await SentAsync(() => Db.Users.UpdateOrCreateAsync(new User { Email = "y" }, u => u.Email)));
    }

    [SkippableFact]
    public async Task UpsertMany_is_batched_and_the_last_of_the_same_stays()
    {
        var users = Enumerable.Range(0, 1200).Select(i => new User { Email = i == 7 ? "bea@example.org" : $"{i % 1100}@many", Name = $"{i}" }).ToList();
        var bea = await Db.Users.SingleAsync(u => u.Email == "bea@example.org");
        using (var log = Db.Record())
        {
            await Db.Users.UpsertManyAsync(users, conflict: u => u.Email);
            Assert.Equal((1200, 3), (log.Statements.Count, log.RoundTrips));
        }
        Assert.Equal(bea.Id, users[7].Id);
        Assert.Equal(users[0].Id, users[1100].Id);
        var read = await Db.Users.Where(u => u.Email.EndsWith("@many")).ToListAsync();
        Assert.Equal(1100, read.Count);
        Assert.Equal("1100", read.Single(u => u.Email == "0@many").Name);
        Assert.All(users, user => Assert.NotEqual(0, user.Id));
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var user in users)
                await user.Comments.AllAsync();
        });
        await AssertCostAsync(0, 0, () => Db.Users.UpsertManyAsync([], u => u.Email));
    }

    [SkippableFact]
    public async Task UpsertMany_is_all_or_nothing()
    {
        var posts = Enumerable.Range(0, 3).Select(i => new Post { Id = i == 0 ? 1 : 5000 + i, AuthorId = i == 2 ? 999_999 : 1, Title = "never" }).ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Posts.UpsertManyAsync(posts, p => p.Id));
        Assert.False(await Db.Posts.AnyAsync(p => p.Title == "never"));
        var tags = new List<Tag> { new() { Name = "a" }, new() { Name = null! } };
        using var log = Db.Record();
        await RefusedAsync("Tag.Name", () => Db.Tags.UpsertManyAsync(tags, t => t.Name));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.Tags.UpsertManyAsync([new Tag { Name = "a" }, null!], t => t.Name));
        Assert.Empty(log.Statements);
        Assert.Equal(0, tags[0].Id);
    }

    [SkippableFact]
    public async Task GetOrCreate_reads_what_is_there_as_it_is()
    {
        var given = new User { Email = "ann@example.org", Name = "Other" };
        User? user = null;
        bool created = true;
        await AssertCostAsync(1, 1, async () => (user, created) = await Db.Users.GetOrCreateAsync(given, u => u.Email));
        Assert.False(created);
        Assert.NotSame(given, user);
        Assert.Equal((1, "Ann"), (user!.Id, user.Name));
        Assert.Equal((0, "Other"), (given.Id, given.Name));
        Assert.Equal(2, (await user.Posts.AllAsync()).Count);
        Assert.Throws<InvalidOperationException>(given.Posts.All);
    }

    [SkippableFact]
    public async Task GetOrCreate_inserts_what_is_not_there()
    {
        var given = new Tag { Name = "fresh" };
        Tag? tag = null;
        bool created = false;
        await AssertCostAsync(2, 2, async () => (tag, created) = await Db.Tags.GetOrCreateAsync(given, t => t.Name));
        Assert.True(created);
        Assert.Same(given, tag);
        Assert.Equal("fresh", (await Db.Tags.FindAsync(given.Id))?.Name);
        (tag, created) = await Db.Tags.GetOrCreateAsync(new Tag { Name = "fresh" }, t => t.Name);
        Assert.Equal((given.Id, false), (tag.Id, created));
        var (byKey, _) = await Db.Tags.GetOrCreateAsync(new Tag { Id = 1, Name = "other" }, t => t.Id);
        Assert.Equal("orm", byKey.Name);
    }

    [SkippableFact]
    public async Task UpdateOrCreate_says_which_it_was()
    {
        var user = new User { Email = "ann@example.org", Name = "Anna" };
        (User Model, bool Created) result = default;
        await AssertCostAsync(1, 1, async () => result = await Db.Users.UpdateOrCreateAsync(user, u => u.Email));
        Assert.Same(user, result.Model);
        Assert.Equal((1, false), (user.Id, result.Created));
        Assert.Equal("Anna", (await Db.Users.FindAsync(1))!.Name);
        user = new User { Email = "new@example.org", Name = "New" };
        await AssertCostAsync(2, 2, async () => result = await Db.Users.UpdateOrCreateAsync(user, u => u.Email));
        Assert.True(result.Created);
        Assert.Equal("New", (await Db.Users.FindAsync(user.Id))!.Name);
        var (tag, created) = await Db.Tags.UpdateOrCreateAsync(new Tag { Name = "orm" }, t => t.Name);
        Assert.Equal((1, false), (tag.Id, created));
    }

    [SkippableFact]
    public async Task A_relation_that_is_one_to_one_is_a_target_and_takes_the_key_of_a_related_instance()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        var (profile, created) = await Db.Profiles.GetOrCreateAsync(new Profile { User = users[0], City = "Paris" }, p => p.UserId);
        Assert.Equal(("Rome", false), (profile.City, created));
        var paris = new Profile { User = users[1], City = "Paris" };
        await Db.Profiles.UpsertAsync(paris, p => p.UserId);
        Assert.Same(users[1], paris.User);
        await Db.Profiles.UpsertAsync(new Profile { User = users[1], City = "Oslo" }, p => p.UserId);
        Assert.Equal("Oslo", (await Db.Profiles.FindAsync(paris.Id))!.City);
        using var log = Db.Record();
        await RefusedAsync("Profile.User", () => Db.Profiles.UpsertAsync(new Profile { User = new User() }, p => p.UserId));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Nothing_can_be_the_same_as_null_or_as_a_key_that_is_not_there()
    {
        using var log = Db.Record();
        var tag = new Tag { Name = null! };
        await RefusedAsync("Tag.Name is null", () => Db.Tags.UpsertAsync(tag, t => t.Name));
        await RefusedAsync("Tag.Name is null", () => Db.Tags.GetOrCreateAsync(tag, t => t.Name));
        await RefusedAsync("Tag.Name is null", () => Db.Tags.UpdateOrCreateAsync(tag, t => t.Name));
        tag.Name = "x";
        await RefusedAsync("This Tag has no key yet", () => Db.Tags.UpsertAsync(tag, t => t.Id));
        await RefusedAsync("This Tag has no key yet", () => Db.Tags.GetOrCreateAsync(tag, t => t.Id));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.Tags.UpsertAsync(null!, t => t.Name));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.Tags.UpsertAsync(tag, null!));
        Assert.Contains("x => x.Id", (await Assert.ThrowsAsync<ArgumentException>(() => Db.Tags.UpsertAsync(tag, _ => null!))).Message, StringComparison.Ordinal);
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Another_unique_column_than_the_target_fails_and_leaves_the_instance_as_it_was()
    {
        var user = new User { Id = 2, Email = "bea@example.org", Name = "Both" };
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Users.UpsertAsync(user, u => u.Id));
        user = new User { Id = 900, Email = "bea@example.org", Name = "Both" };
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Users.GetOrCreateAsync(user, u => u.Id));
        Assert.Equal((900, "bea@example.org"), (user.Id, user.Email));
        Assert.Throws<InvalidOperationException>(user.Posts.All);
        Assert.Equal(3, await Db.Users.CountAsync());
    }

    [SkippableFact]
    public async Task An_instance_that_becomes_another_row_forgets_the_relations_of_the_old_one()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts, u => u.Profile).SingleAsync();
        ann.Email = "bea@example.org";
        await Db.Users.UpsertAsync(ann, u => u.Email);
        Assert.Equal(3, ann.Id);
        Assert.False(ann.Posts.IsLoaded);
        Assert.Null(await ann.LoadProfileAsync());
        ann = await Db.Users.Where(u => u.Id == 3).Prefetch(u => u.Posts).SingleAsync();
        await Db.Users.UpsertAsync(ann, u => u.Email);
        Assert.True(ann.Posts.IsLoaded);
    }

    [SkippableFact]
    public async Task Inside_a_transaction_they_belong_to_it()
    {
        var (tag, orm) = (new Tag { Name = "inside" }, new Tag { Name = "orm" });
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.UpsertAsync(tag, t => t.Name);
            await tx.Tags.UpsertManyAsync([tag, orm], t => t.Name);
            var (found, created) = await tx.Tags.GetOrCreateAsync(new Tag { Name = "inside" }, t => t.Name);
            Assert.Equal((tag.Id, false), (found.Id, created));
            Assert.True((await tx.Tags.GetOrCreateAsync(new Tag { Name = "second" }, t => t.Name)).Created);
            Assert.False((await tx.Tags.UpdateOrCreateAsync(new Tag { Name = "second" }, t => t.Name)).Created);
            Assert.Equal(5, await tx.Tags.CountAsync());
            throw new FormatException();
        }));
        Assert.Equal(3, await Db.Tags.CountAsync());
        await Db.TransactionAsync(tx => tx.Tags.UpsertAsync(new Tag { Name = "kept" }, t => t.Name));
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task What_is_cancelled_sends_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var log = Db.Record();
        var tag = new Tag { Name = "never" };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.UpsertAsync(tag, t => t.Name, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.UpsertManyAsync([tag], t => t.Name, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.GetOrCreateAsync(tag, t => t.Name, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.UpdateOrCreateAsync(tag, t => t.Name, cancelled.Token));
        Assert.Empty(log.Statements);
        Assert.Equal(0, tag.Id);
    }

    [SkippableFact]
    public async Task What_a_trigger_suppresses_has_an_end_and_says_so()
    {
        if (IsSqlite)
        {
            await Db.ExecuteAsync($"CREATE TRIGGER suppress BEFORE INSERT ON tags BEGIN SELECT RAISE(IGNORE); END");
        }
        else
        {
            await Db.ExecuteAsync($"CREATE FUNCTION suppress() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
            await Db.ExecuteAsync($"CREATE TRIGGER suppress BEFORE INSERT ON tags FOR EACH ROW EXECUTE FUNCTION suppress()");
        }
        var tag = new Tag { Name = "suppressed" };
        await RefusedAsync("trigger", () => Db.Tags.UpsertAsync(tag, t => t.Name));
        await RefusedAsync("trigger", () => Db.Tags.UpsertManyAsync([tag, new Tag { Name = "orm" }], t => t.Name));
        await RefusedAsync("trigger", () => Db.Tags.GetOrCreateAsync(tag, t => t.Name));
        await RefusedAsync("trigger", () => Db.Tags.UpdateOrCreateAsync(tag, t => t.Name));
        Assert.Equal(0, tag.Id);
    }

    private async Task<IEnumerable<string>> SentAsync(Func<Task> action)
    {
        using var log = Db.Record();
        await action();
        return log.Statements.Select(statement => statement.Text).ToList();
    }

    private static async Task RefusedAsync(string says, Func<Task> action)
        => Assert.Contains(says, (await Assert.ThrowsAsync<InvalidOperationException>(action)).Message, StringComparison.Ordinal);
}
