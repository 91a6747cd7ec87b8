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
}
