namespace Covet.Generators.Tests.Running;

/// <summary>What saves fill in and call, on odd shapes, at work on each database.</summary>
public abstract class SavedRuns : ProgramRuns
{
    [SkippableFact]
    public Task Versions_and_times_of_odd_shapes_are_filled_in() => RunAsync(
        """
        public abstract class Tracked
        {
            [Version] public long Revision { get; protected set; }
            [CreatedAt] public DateTimeOffset? Born { get; protected set; }
            [UpdatedAt] protected internal DateTimeOffset @event { get; set; }
        }
        [Model(Schema = "odd")] public partial class @class : Tracked { public Guid Id { get; init; } [Unique] public required string @new { get; init; } public int Size { get; set; } }
        [Model] public partial record Doc
        {
            public int Id { get; set; }
            [Unique] public required string Name { get; init; }
            [Version] public required uint @base { get; init; }
            [CreatedAt] public DateTimeOffset CreatedAt { get; init; }
        }
        public partial class Outer { [Model] public partial class Bare { [Key] public string Code { get; set; } = ""; [Version] public int Version { get; private set; } } }
        [Model] public partial class Row { [Key] public string Code { get; set; } = ""; [Version] public uint Version { get; private set; } }
        [Projection<Doc>] public partial record DocCard(string Name, uint @base);
        [Database] public partial class Db;
        """,
        "Db",
        """
        var tracked = new @class { Id = Guid.NewGuid(), @new = "a" };
        await db.classes.InsertAsync(tracked);
        tracked.Size = 2;
        await db.classes.UpdateAsync(tracked);
        Assert.Equal((2L, true, tracked.@event), (tracked.Revision, tracked.Born > DateTimeOffset.UnixEpoch, await db.classes.Select(c => c.@event).SingleAsync()));
        var again = new @class { Id = Guid.NewGuid(), @new = "a" };
        await db.classes.UpsertAsync(again, c => c.@new);
        Assert.Equal((tracked.Id, 3L, tracked.Born), (again.Id, again.Revision, again.Born));
        await Assert.ThrowsAsync<ConcurrencyException>(() => db.classes.UpdateAsync(tracked));

        var doc = new Doc { Name = "n", @base = 0 };
        await db.Docs.InsertAsync(doc);
        var card = await db.Docs.Select<DocCard>().SingleAsync();
        Assert.Equal(doc.@base, card.@base);
        await db.Docs.UpdateAsync(doc);
        Assert.NotEqual(doc.@base, card.@base);
        await db.Docs.UpsertAsync(new Doc { Name = "n", @base = 7 }, d => d.Name);
        await Assert.ThrowsAsync<ConcurrencyException>(() => db.Docs.DeleteAsync(doc));

        var bare = new Outer.Bare { Code = "b" };
        await db.Bares.UpsertAsync(bare, b => b.Code);
        await db.Bares.UpdateAsync(bare);
        await db.Bares.UpsertAsync(bare, b => b.Code);
        Assert.Equal(3, bare.Version);
        var row = new Row { Code = "r" };
        await db.Rows.UpsertAsync(row, r => r.Code);
        await Assert.ThrowsAsync<NotSupportedException>(() => db.Rows.UpdateAsync(row));
        await db.Rows.UpsertAsync(row, r => r.Code);
        await db.Rows.DeleteAsync(row);
        """);

    [SkippableFact]
    public Task Names_alone_mean_nothing() => RunAsync(
        """
        [Model] public partial class Post { public int Id { get; set; } public int Version { get; set; } public DateTimeOffset CreatedAt { get; set; } public DateTime UpdatedAt { get; set; } }
        [Database] public partial class Db;
        """,
        "Db",
        """
        var post = new Post();
        await db.Posts.InsertAsync(post);
        await db.Posts.UpdateAsync(post);
        Assert.Equal((0, default(DateTimeOffset), default(DateTime)), await db.Posts.Select(p => (p.Version, p.CreatedAt, p.UpdatedAt)).SingleAsync());
        """);

    private const string Hooked = """
        public static class Log { public static readonly List<string> Lines = new(); public static string? Refused; public static string Take() { var lines = string.Join(" ", Lines); Lines.Clear(); return lines; } }
        [Model] public partial class Shelf { public int Id { get; set; } [ManyToMany(RelatedName = "Shelves")] public partial ManyToMany<Tag, TagQuery> Tags { get; } }
        [Model] public partial class Tag
        {
            public int Id { get; set; }
            [Unique] public string Name { get; set; } = "";
            public int Size { get; set; }
            [ForeignKey(RelatedName = "TagSet")] public partial Shelf? Shelf { get; set; }
            [UpdatedAt] public DateTimeOffset Touched { get; private set; }
            partial void OnSaving(SaveKind kind)
            {
                Name = Name.Trim();
                Log.Lines.Add($"{kind}:{Name}:{Id > 0}");
                if (Log.Refused == Name) throw new FormatException();
            }
            partial void OnSaved(SaveKind kind) { Log.Lines.Add($"{kind}d:{Name}:{Id > 0}"); if (Log.Refused == "after") throw new FormatException(); }
            partial void OnDeleting() { Log.Lines.Add($"deleting:{Name}"); if (Log.Refused == Name) throw new FormatException(); }
            partial void OnDeleted() => Log.Lines.Add($"deleted:{Name}");
        }
        [Database] public partial class Db;
        """;

    [SkippableFact]
    public Task Hooks_are_called_around_writes_of_instances() => RunAsync(
        Hooked,
        "Db",
        """
        var tag = new Tag { Name = " a " };
        await db.Tags.InsertAsync(tag);
        Assert.Equal("Insert:a:False Insertd:a:True", Log.Take());
        Assert.Equal("a", await db.Tags.Select(t => t.Name).SingleAsync());
        await db.Tags.UpdateAsync(tag);
        await db.Tags.UpdateAsync(tag, t => t.Size);
        Assert.Equal("Update:a:True Updated:a:True Update:a:True Updated:a:True", Log.Take());
        await db.Tags.UpdateManyAsync([tag]);
        Assert.Equal("Update:a:True Updated:a:True", Log.Take());
        await db.Tags.InsertManyAsync([new Tag { Name = "b " }, new Tag { Name = "c" }]);
        Assert.Equal("Insert:b:False Insert:c:False Insertd:b:True Insertd:c:True", Log.Take());
        await db.Tags.UpdateManyAsync([tag], t => t.Size);
        Assert.Equal("Update:a:True Updated:a:True", Log.Take());
        await db.Tags.UpsertAsync(new Tag { Name = " a" }, t => t.Name);
        await db.Tags.UpdateOrCreateAsync(new Tag { Name = "a" }, t => t.Name);
        Assert.Equal("Upsert:a:False Upsertd:a:True Upsert:a:False Upsertd:a:True", Log.Take());
        await db.Tags.UpsertManyAsync([new Tag { Name = "b" }, new Tag { Name = "d" }], t => t.Name);
        Assert.Equal("Upsert:b:False Upsert:d:False Upsertd:b:True Upsertd:d:True", Log.Take());
        Assert.False((await db.Tags.GetOrCreateAsync(new Tag { Name = " a" }, t => t.Name)).Created);
        Assert.True((await db.Tags.GetOrCreateAsync(new Tag { Name = "e" }, t => t.Name)).Created);
        Assert.Equal("Insert:a:False Insert:e:False Insertd:e:True", Log.Take());
        await db.Tags.DeleteAsync(tag);
        Assert.Equal("deleting:a deleted:a", Log.Take());
        await db.Tags.Where(t => t.Name == "b").UpdateAsync(t => t.Size.Set(3));
        await db.Tags.Where(t => t.Name == "b").DeleteAsync();
        Assert.Equal("", Log.Take());
        """);

    [SkippableFact]
    public Task Hooks_are_called_for_what_a_set_inserts() => RunAsync(
        Hooked,
        "Db",
        """
        var shelf = new Shelf();
        await db.Shelves.InsertAsync(shelf);
        var tag = await shelf.TagSet.CreateAsync(new Tag { Name = "a" });
        await shelf.TagSet.AddAsync(new Tag { Name = "b" }, tag);
        await shelf.TagSet.SetAsync([tag, new Tag { Name = "c" }]);
        Assert.Equal("Insert:a:False Insertd:a:True Insert:b:False Insertd:b:True Insert:c:False Insertd:c:True", Log.Take());
        await shelf.TagSet.UpsertAsync(new Tag { Name = "c" }, t => t.Name);
        Assert.False((await shelf.TagSet.GetOrCreateAsync(new Tag { Name = "c" }, t => t.Name)).Created);
        Assert.Equal("Upsert:c:False Upsertd:c:True Insert:c:False", Log.Take());
        await shelf.Tags.CreateAsync(new Tag { Name = "d" });
        await shelf.Tags.AddAsync(tag);
        await shelf.Tags.GetOrCreateAsync(new Tag { Name = "e" }, t => t.Name);
        Assert.Equal("Insert:d:False Insertd:d:True Insert:e:False Insertd:e:True", Log.Take());
        """);

    [SkippableFact]
    public Task A_hook_that_throws_stops_the_write_or_takes_nothing_back() => RunAsync(
        Hooked,
        "Db",
        """
        var shelf = new Shelf();
        await db.Shelves.InsertAsync(shelf);
        var kept = new Tag { Name = "kept" };
        await db.Tags.InsertAsync(kept);
        Log.Take();
        Log.Refused = "no";
        var tag = new Tag { Name = " no" };
        Tag[] many = [new Tag { Name = "yes" }, tag];
        using (var log = db.Record())
        {
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.InsertAsync(tag));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.InsertManyAsync(many));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.UpsertAsync(tag, t => t.Name));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.UpsertManyAsync(many, t => t.Name));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.GetOrCreateAsync(tag, t => t.Name));
            await Assert.ThrowsAsync<FormatException>(() => shelf.TagSet.CreateAsync(tag));
            await Assert.ThrowsAsync<FormatException>(() => shelf.TagSet.AddAsync(many));
            await Assert.ThrowsAsync<FormatException>(() => shelf.TagSet.UpsertAsync(tag, t => t.Name));
            await Assert.ThrowsAsync<FormatException>(() => shelf.Tags.CreateAsync(tag));
            kept.Name = "no";
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.UpdateAsync(kept));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.UpdateAsync(kept, t => t.Size));
            await Assert.ThrowsAsync<FormatException>(() => db.Tags.DeleteAsync(kept));
            Assert.Empty(log.Statements);
        }
        Assert.False(Log.Lines.Exists(line => line.Contains("d:")));
        Assert.Equal("kept", await db.Tags.Select(t => t.Name).SingleAsync());
        Assert.All(many, each => Assert.Equal((0, (int?)null, default(DateTimeOffset)), (each.Id, each.ShelfId, each.Touched)));

        Log.Refused = "after";
        await Assert.ThrowsAsync<FormatException>(() => db.Tags.InsertAsync(tag));
        Assert.True(tag.Id > 0);
        await Assert.ThrowsAsync<FormatException>(() => db.Tags.UpsertAsync(new Tag { Name = "b" }, t => t.Name));
        await Assert.ThrowsAsync<FormatException>(() => db.Tags.InsertManyAsync([new Tag { Name = "c" }, new Tag { Name = "d" }]));
        await Assert.ThrowsAsync<FormatException>(() => db.TransactionAsync(tx => tx.Tags.InsertAsync(many[0])));
        Assert.Equal(0, many[0].Id);
        Assert.Equal("b c d kept no", string.Join(" ", (await db.Tags.ToListAsync()).Select(t => t.Name).Order()));
        """);

    [SkippableFact]
    public Task Members_of_ones_own_are_no_hooks() => RunAsync(
        """
        public abstract class Base { public void OnDeleted() => throw new InvalidOperationException(); }
        [Model] public partial class Tag : Base
        {
            public int Id { get; set; }
            public string OnSaving { get; set; } = "";
            public void OnSaved(SaveKind kind) => throw new InvalidOperationException();
            [ForeignKey(RelatedName = "OnDeleting")] public partial Tag? Parent { get; set; }
        }
        [Model] public sealed partial record Note { public int Id { get; set; } public int Saved { get; private set; } partial void OnSaving(SaveKind kind) => Saved++; }
        [Database] public partial class Db;
        """,
        "Db",
        """
        var tag = new Tag { OnSaving = "x" };
        await db.Tags.InsertAsync(tag);
        await db.Tags.UpdateAsync(tag);
        Assert.Empty(await tag.OnDeleting.AllAsync());
        await db.Tags.DeleteAsync(tag);
        Assert.Null(typeof(Note).GetMethod("OnSaved", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic));
        var note = new Note();
        await db.Notes.InsertAsync(note);
        Assert.Equal(1, await db.Notes.Select(n => n.Saved).SingleAsync());
        """);
}
