using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Running;

/// <summary>What is generated for odd shapes, at work on each database.</summary>
public abstract class ShapeRuns : ProgramRuns
{
    public static TheoryData<string> Databases => [.. Zoo.Shapes.Where(shape => shape.Value.Contains("[Database]", StringComparison.Ordinal)).Select(shape => shape.Key)];

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public Task Every_schema_can_be_created_twice(string shape)
    {
        var source = Zoo.Shapes[shape];
        var name = source[(source.LastIndexOf("partial class ", StringComparison.Ordinal) + 14)..].TrimEnd(';', '\n', ' ');
        var space = source.Contains("namespace @global", StringComparison.Ordinal) ? "@global.@namespace." : source.Contains("namespace Shop;", StringComparison.Ordinal) ? "Shop."
            : source.Contains("namespace MyApp.System;", StringComparison.Ordinal) ? "MyApp.System." : "";
        return RunAsync(source, space + name, "await db.Schema.CreateAsync();");
    }

    [SkippableFact]
    public Task A_value_of_every_type_comes_back() => RunAsync(
        Zoo.Types,
        "EverythingDb",
        """
        var instant = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        var one = new Everything
        {
            Flag = true, MaybeFlag = false, Tiny = -5, Octet = 200, Short = -300, UShort = 60000, Int = int.MinValue, MaybeInt = 7, UInt = uint.MaxValue, ULong = long.MaxValue,
            Single = 1.5f, Double = 2.25, Decimal = 1.2300m, Text = "a'b", MaybeText = "x", Letter = 'ß', MaybeLetter = 'q', Guid = Guid.NewGuid(),
            DateTime = new DateTime(2020, 1, 2, 3, 4, 5), Instant = instant, Date = new DateOnly(2020, 1, 2), Time = new TimeOnly(3, 4), Span = TimeSpan.FromMinutes(90),
            Bytes = [1, 2, 3], MaybeBytes = [4], Colour = Colour.Green, MaybeColour = Colour.Red, Named = Colour.Green, MaybeNamed = Colour.Green,
            Home = new Address("Rome", "Via"), Others = [new Address("Paris", null)], Number = 3, Price = new Money(9.5m), MaybePrice = new Money(1m),
        };
        var two = new Everything { Letter = 'x' };
        await db.Everythings.InsertManyAsync([one, two]);
        var all = await db.Everythings.OrderBy(e => e.Id).ToListAsync();
        var (first, second) = (all[0], all[1]);
        Assert.Equal((one.Flag, one.MaybeFlag, one.Tiny, one.Octet, one.Short, one.UShort, one.Int), (first.Flag, first.MaybeFlag, first.Tiny, first.Octet, first.Short, first.UShort, first.Int));
        Assert.Equal((one.MaybeInt, one.UInt, one.ULong, one.Single, one.Double, one.Decimal, one.Text), (first.MaybeInt, first.UInt, first.ULong, first.Single, first.Double, first.Decimal, first.Text));
        Assert.Equal((one.MaybeText, one.Letter, one.MaybeLetter, one.Guid, one.DateTime, one.Instant, one.Date), (first.MaybeText, first.Letter, first.MaybeLetter, first.Guid, first.DateTime, first.Instant, first.Date));
        Assert.Equal((one.Time, one.Span, one.Colour, one.MaybeColour, one.Named, one.MaybeNamed, one.Home), (first.Time, first.Span, first.Colour, first.MaybeColour, first.Named, first.MaybeNamed, first.Home));
        Assert.Equal((one.Number, one.Price, one.MaybePrice), (first.Number, first.Price, first.MaybePrice));
        Assert.Equal(one.Bytes, first.Bytes);
        Assert.Equal(one.MaybeBytes, first.MaybeBytes);
        Assert.Equal(one.Others, first.Others);
        Assert.Null(second.MaybeFlag); Assert.Null(second.MaybeInt); Assert.Null(second.MaybeText); Assert.Null(second.MaybeLetter); Assert.Null(second.Time);
        Assert.Null(second.MaybeBytes); Assert.Null(second.MaybeColour); Assert.Null(second.MaybeNamed); Assert.Null(second.Others); Assert.Null(second.Number); Assert.Null(second.MaybePrice);
        Assert.Equal(1, await db.Everythings.Where(e => e.Named == Colour.Green && e.Price == new Money(9.5m) && e.Colour == Colour.Green && e.MaybeColour == Colour.Red).CountAsync());
        """);

    [SkippableFact]
    public Task Keys_of_odd_types_are_linked() => RunAsync(
        Zoo.Shapes["linked keys"],
        "Db",
        """
        var item = new Item();
        await db.Items.InsertAsync(item);
        await db.events.InsertManyAsync([new Outer.@event { Level = Level.High, @char = 'x' }, new Outer.@event { Level = Level.Low, @char = 'y' }]);
        await item.Events.AddAsync((Level.High, 'x'), (Level.Low, 'y'));
        await item.Events.RemoveAsync((Level.Low, 'y'));
        Assert.Equal('x', (await item.Events.AllAsync()).Single().@char);
        Part[] parts = [new() { Number = 1 }, new() { Number = 2 }];
        await db.Parts.InsertManyAsync(parts);
        await parts[0].Others.AddAsync(2UL, link => link.Note = $"{link.Id}");
        await parts[0].Others.AddAsync(parts[1], link => link.Note = "second");
        Assert.Equal(2UL, (await parts[0].Others.AllAsync()).Single().Number);
        Assert.Equal(["0: 1, 2"], (await db.Joints.ToListAsync()).Select(j => $"{j.Note}: {j.FirstId}, {j.SecondId}"));
        """);

    [SkippableFact]
    public Task Composite_keys_load_both_ways() => RunAsync(
        Zoo.Shapes["composite keys"],
        "Db",
        """
        var idf = new Region { Country = "FR", Code = 11, Name = "IdF" };
        var bay = new Region { Country = "DE", Code = 9, Name = "Bayern" };
        await db.Regions.InsertManyAsync([idf, bay]);
        var paris = new City { Region = idf, CapitalOf = idf };
        var munich = new City { Region = bay, Twin = idf };
        await db.Cities.InsertManyAsync([paris, munich]);
        Assert.NotEqual(Guid.Empty, paris.Id);
        await paris.Near.AddAsync(idf, bay);
        var regions = await db.Regions.OrderBy(r => r.Country).Prefetch(r => r.Cities, r => r.City, r => r.Twins, r => r.Near).ToListAsync();
        Assert.Equal(munich.Id, regions[0].Cities.All()[0].Id);
        Assert.Same(regions[0], regions[0].Cities.All()[0].Region);
        Assert.Null(regions[0].City);
        Assert.Equal(paris.Id, regions[1].City!.Id);
        Assert.Equal(munich.Id, regions[1].Twins.All()[0].Id);
        Assert.Equal(paris.Id, regions[1].Near.All()[0].Id);
        var cities = await db.Cities.Prefetch(c => c.Region, c => c.Twin, c => c.Near).Include(c => c.CapitalOf).ToListAsync();
        var loaded = cities.Single(c => c.Id == paris.Id);
        Assert.Equal(("IdF", "IdF", 2), (loaded.Region.Name, loaded.CapitalOf!.Name, loaded.Near.All().Count));
        Assert.Null(loaded.Twin);
        Assert.Equal("Bayern", (await db.Regions.FindAsync("DE", 9))!.Name);
        Assert.Equal(1, await db.Cities.Where(c => c.Region == bay).CountAsync());
        """);

    [SkippableFact]
    public Task A_through_model_lends_its_table() => RunAsync(
        Zoo.Shapes["through"],
        "Db",
        """
        var (rock, jazz) = (new Playlist(), new Playlist());
        await db.Playlists.InsertManyAsync([rock, jazz]);
        var (a, b) = (new Track { Name = "a" }, new Track { Name = "b" });
        await db.Tracks.InsertManyAsync([a, b]);
        await db.PlaylistTracks.InsertManyAsync([new PlaylistTrack { Playlist = rock, Track = a, Position = 1 }, new PlaylistTrack { Playlist = rock, Track = b, Position = 2 }, new PlaylistTrack { Playlist = jazz, Track = b }]);
        var playlists = await db.Playlists.OrderBy(p => p.Id).Prefetch(p => p.Tracks, p => p.PlaylistTracks).ToListAsync();
        Assert.Equal(["a", "b"], playlists[0].Tracks.All().Select(t => t.Name));
        Assert.Same(playlists[0].Tracks.All()[1], playlists[1].Tracks.All()[0]);
        Assert.Equal(2, playlists[0].PlaylistTracks.All()[1].Position);
        var entry = (await db.PlaylistTracks.FindAsync(rock.Id, b.Id))!;
        entry.Position = 9;
        await db.PlaylistTracks.UpdateAsync(entry);
        Assert.Equal(1, await db.Tracks.Where(t => t.PlaylistTracks.Any(x => x.Position == 9)).CountAsync());
        await db.PlaylistTracks.DeleteAsync(entry);
        Assert.Equal(2, await db.PlaylistTracks.CountAsync());
        """);

    [SkippableFact]
    public Task Keys_of_other_types_are_keys() => RunAsync(
        Zoo.Shapes["odd keys"],
        "Db",
        """
        await db.Grades.InsertAsync(new Grade { Level = Level.High });
        var item = new Item { Sku = new Sku("x-1"), GradeLevelOrNull = Level.High };
        await db.Items.InsertAsync(item);
        await db.Lines.InsertAsync(new Line { Item = item, Gift = null });
        var line = await db.Lines.Prefetch(l => l.Item.Prefetch(i => i.Grade), l => l.Gift).SingleAsync();
        Assert.Equal(new Sku("x-1"), line.ItemId);
        Assert.Equal(Level.High, line.Item.Grade!.Level);
        Assert.Null(line.Gift);
        Assert.Equal(1, await db.Lines.Where(l => l.ItemId == new Sku("x-1")).CountAsync());
        Assert.Single(await db.Items.FindManyAsync([new Sku("x-1"), new Sku("y")]));
        """.Replace("GradeLevelOrNull", "GradeId", StringComparison.Ordinal));

    [SkippableFact]
    public Task A_key_can_be_shared() => RunAsync(
        Zoo.Shapes["shared key"],
        "Db",
        """
        var user = new User();
        await db.Users.InsertAsync(user);
        await db.Profiles.InsertAsync(new Profile { User = user, City = "Rome" });
        var badge = new Badge { Owner = await db.Profiles.SingleAsync() };
        await db.Badges.InsertAsync(badge);
        var loaded = await db.Users.Prefetch(u => u.Profile.Prefetch(p => p.Badges)).SingleAsync();
        Assert.Equal(("Rome", user.Id, badge.Id), (loaded.Profile!.City, loaded.Profile.UserId, loaded.Profile.Badges.All()[0].Id));
        Assert.Same(loaded, loaded.Profile.User);
        """);

    [SkippableFact]
    public Task A_foreign_key_can_lead_to_a_unique_column() => RunAsync(
        Zoo.Shapes["to a unique column"],
        "Db",
        """
        var country = new Country { Code = "IT" };
        await db.Countries.InsertAsync(country);
        await db.Cities.InsertAsync(new City { Country = country });
        var city = await db.Cities.Include(c => c.Country).SingleAsync();
        Assert.Equal(("IT", country.Id), (city.CountryCode, city.Country.Id));
        Assert.Single((await db.Countries.Prefetch(c => c.Cities).SingleAsync()).Cities.All());
        """);

    [SkippableFact]
    public Task Difficult_names_are_quoted() => RunAsync(
        Zoo.Shapes["quoted names"],
        "Db",
        """
        var odd = new Odd { Name = "n", Code = 1 };
        await db.Odds.InsertAsync(odd);
        await db.Odds.InsertAsync(new Odd { Name = "m", Code = 2, Parent = odd });
        Assert.Equal("n", (await db.Odds.Where(o => o.Parent.Name == "n").Prefetch(o => o.Parent).SingleAsync()).Parent!.Name);
        """);

    [SkippableFact]
    public Task Places_hold_what_a_prefetch_puts_there() => RunAsync(
        Zoo.Shapes["places"],
        "Db",
        """
        var user = new User();
        await db.Users.InsertAsync(user);
        await db.Posts.InsertManyAsync([new Post { Author = user }, new Post { Author = user }]);
        await db.Badges.InsertAsync(new Badge { Owner = user });
        var loaded = await db.Users.Prefetch(u => u.Posts.OrderByDescending(p => p.Id).Take(1).Into(u.TopPosts), u => u.Badge.Where(b => b.Id == 0).Into(u.BestBadge)).SingleAsync();
        Assert.Single(loaded.TopPosts);
        Assert.Null(loaded.BestBadge);
        Assert.Throws<RelationNotLoadedException>(() => user.BestBadge);
        Assert.Throws<RelationNotLoadedException>(() => user.TopPosts);
        """);

    [SkippableFact]
    public Task Required_and_init_members_are_read() => RunAsync(
        Zoo.Shapes["required and init"],
        "Db",
        """
        var user = new User { Name = "Ann" };
        await db.Users.InsertAsync(user);
        var post = new Post { Author = user, Editor = user };
        await db.Posts.InsertAsync(post);
        Assert.Same(user, post.Author);
        var loaded = await db.Posts.Include(p => p.Author).SingleAsync();
        Assert.Equal(("Ann", user.Id), (loaded.Author.Name, loaded.EditorId));
        """);

    [SkippableFact]
    public Task A_related_instance_may_be_saved_after_it_was_assigned() => RunAsync(
        Zoo.Shapes["required and init"],
        "Db",
        """
        var user = new User { Name = "Ann" };
        var post = new Post { Author = user };
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Posts.InsertAsync(post));
        await db.Users.InsertAsync(user);
        await db.Posts.InsertAsync(post);
        Assert.Equal(user.Id, post.AuthorId);
        Assert.Same(user, post.Author);
        """);

    [SkippableFact]
    public Task A_record_prints_its_columns() => RunAsync(
        Zoo.Shapes["record"],
        "Db",
        """
        var boss = new User { Name = "Ann" };
        await db.Users.InsertAsync(boss);
        await db.Users.InsertAsync(new User { Name = "Bob", Boss = boss });
        Assert.Equal("User { Id = 2, Name = Bob, BossId = 1 }", (await db.Users.FindAsync(2))!.ToString());
        """);

    [SkippableFact]
    public Task The_registry_knows_who_leads_where() => RunAsync(
        Blog.Source.Replace("namespace Blog;", "", StringComparison.Ordinal),
        "BlogDb",
        """
        Assert.Equal(
            [
                new(typeof(Comment), "Author", RelationType.ForeignKey, "Comments"),
                new(typeof(Post), "Author", RelationType.ForeignKey, "Posts"),
                new(typeof(Post), "Editor", RelationType.ForeignKey, "EditedPosts"),
                new(typeof(Profile), "User", RelationType.OneToOne, "Profile"),
            ],
            RelationRegistry.For<User>());
        Assert.Equal([new(typeof(Post), "Tags", RelationType.ManyToMany, "Posts")], RelationRegistry.For(typeof(Tag)));
        Assert.Empty(RelationRegistry.For<Profile>());
        """);
}
