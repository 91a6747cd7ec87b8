using Covet.Generators.Graph;
using Covet.Generators.Model;
using static Covet.Generators.Tests.Graph.Specs;

namespace Covet.Generators.Tests.Graph;

public sealed class RelationGraphTests
{
    [Fact]
    public void A_foreign_key_pairs_with_a_reverse_set()
    {
        var result = Plan(Class("User", Column("Id")), Class("Post", Column("Id"), Reference("Author", "User")));

        var reference = Assert.Single(result.Models[0].References);
        Assert.Equal(("AuthorId", "author_id", "Id", "id"), Names(Assert.Single(reference.Columns)));
        var referrer = Assert.Single(result.Models[1].Referrers);
        Assert.Equal(("Posts", "Author", false, false), (referrer.Name, referrer.Relation, referrer.IsOneToOne, referrer.IsOptional));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_one_to_one_relation_is_named_after_its_model()
    {
        var result = Plan(Class("User", Column("Id")), Class("Profile", Column("Id"), Reference("Owner", "User", isOneToOne: true)));

        Assert.Equal("Profile", result.Models[1].Referrers[0].Name);
        Assert.Equal(["uq_profiles_owner_id"], Table(result, "profiles").Uniques.Select(unique => unique.Name));
        Assert.Empty(Table(result, "profiles").Indexes);
    }

    [Fact]
    public void A_plus_leaves_the_reverse_name_out_but_not_the_registry()
    {
        var result = Plan(Class("User", Column("Id")), Class("Post", Column("Id"), Reference("Author", "User", relatedName: "+")));

        Assert.Empty(result.Models[1].Referrers);
        Assert.Equal("+", Assert.Single(result.Models[1].Registry).RelatedName);
    }

    [Fact]
    public void A_composite_key_gives_a_foreign_key_of_as_many_columns()
    {
        var result = Plan(
            Class("Region", Column("Country", StoreKind.String, isKey: true), Column("Code", isKey: true)),
            Class("City", Column("Id"), Reference("Region", "Region", isNullable: true)));

        var columns = result.Models[0].Columns.Skip(1).ToList();
        Assert.Equal(["RegionCountry", "RegionCode"], columns.Select(column => column.Property));
        Assert.Equal(["region_country", "region_code"], columns.Select(column => column.Name));
        Assert.All(columns, column => Assert.True(column.Type.IsNullable));
    }

    [Fact]
    public void Foreign_keys_can_be_a_key_and_be_referred_to()
    {
        var result = Plan(
            Class("Track", Column("Id")),
            Class("Playlist", Column("Id", StoreKind.Int64)),
            Class("PlaylistTrack", Reference("Playlist", "Playlist", isKey: true), Reference("Track", "Track", isKey: true)),
            Class("Play", Column("Id"), Reference("Entry", "PlaylistTrack")));

        Assert.Empty(result.Problems);
        var key = result.Models.Single(model => model.Type.Name == "PlaylistTrack").Key;
        Assert.Equal(["PlaylistId", "TrackId"], key.Columns.Select(column => column.Property));
        Assert.Equal(KeySource.Program, key.Source);
        var play = result.Models.Single(model => model.Type.Name == "Play");
        Assert.Equal(["entry_playlist_id", "entry_track_id"], play.References[0].Columns.Select(pair => pair.HereColumn));
        Assert.Equal(StoreKind.Int64, play.References[0].Columns[0].HereType.Stored);
    }

    [Fact]
    public void Keys_that_depend_on_each_other_are_reported_and_cost_only_their_models()
    {
        var result = Plan(
            Class("A", Reference("B", "B", isKey: true)),
            Class("B", Reference("A", "A", isKey: true)),
            Class("C", Column("Id"), Reference("A", "A")));

        Assert.Equal("C", Assert.Single(result.Models).Type.Name);
        Assert.Empty(result.Models[0].References);
        Assert.Contains(result.Problems, problem => problem.Rule == "COV1020");
    }

    [Theory]
    [InlineData(StoreKind.Int32, KeySource.Database)]
    [InlineData(StoreKind.Int64, KeySource.Database)]
    [InlineData(StoreKind.Guid, KeySource.Guid)]
    [InlineData(StoreKind.String, KeySource.Program)]
    [InlineData(StoreKind.Int16, KeySource.Program)]
    internal void The_key_type_says_who_gives_keys(StoreKind kind, KeySource source) =>
        Assert.Equal(source, Plan(Class("User", Column("Id", kind))).Models[0].Key.Source);

    [Fact]
    public void Many_to_many_has_a_hidden_link_table_and_two_sides()
    {
        var result = Plan(Class("Post", Column("Id"), ManyToMany("Tags", "Tag")), Class("Tag", Column("Id")));

        var (here, there) = (Assert.Single(result.Models[0].Links), Assert.Single(result.Models[1].Links));
        Assert.Equal(("Tags", "post_tags", "post_id", "tag_id", "Posts"), (here.Name, here.Table, here.Own[0].ThereColumn, here.Other[0].ThereColumn, here.OtherName));
        Assert.Equal(("Posts", "post_tags", "tag_id", "post_id", "Tags"), (there.Name, there.Table, there.Own[0].ThereColumn, there.Other[0].ThereColumn, there.OtherName));
        var table = Table(result, "post_tags");
        Assert.Equal(["post_id", "tag_id"], table.Key);
        Assert.Equal(["ix_post_tags_tag_id"], table.Indexes.Select(index => index.Name));
    }

    [Fact]
    public void Symmetrical_self_relations_have_one_side_and_others_two()
    {
        var friends = Plan(Class("User", Column("Id"), ManyToMany("Friends", "User"))).Models[0];
        var follows = Plan(Class("User", Column("Id"), ManyToMany("Follows", "User", symmetrical: false, relatedName: "Followers"))).Models[0];

        Assert.True(Assert.Single(friends.Links).IsSymmetrical);
        Assert.Equal(["Follows", "Followers"], follows.Links.Select(link => link.Name));
        Assert.Equal(["from_user_id", "to_user_id"], follows.Links.Select(link => link.Own[0].ThereColumn));
    }

    [Fact]
    public void A_through_model_lends_its_foreign_keys()
    {
        var result = Plan(
            Class("Post", Column("Id"), ManyToMany("Tags", "Tag", through: "PostTag")),
            Class("PostTag", Column("Id"), Reference("Post", "Post"), Reference("Label", "Tag")),
            Class("Tag", Column("Id")));

        var link = result.Models[0].Links[0];
        Assert.Equal(("post_tags", "post_id", "label_id"), (link.Table, link.Own[0].ThereColumn, link.Other[0].ThereColumn));
        Assert.Equal(("PostTag", "Post", "Label"), (link.Through!.Type.Name, link.Through.Own, link.Through.Other));
        Assert.Equal(3, result.Databases[0].Tables.Count);
    }

    [Fact]
    public void Tables_come_after_those_they_refer_to()
    {
        var result = Plan(
            Class("A", Column("Id"), Reference("B", "B")),
            Class("B", Column("Id"), Reference("C", "C")),
            Class("C", Column("Id"), Reference("Self", "C", isNullable: true)));

        Assert.Equal(["cs", "bs", "as"], result.Databases[0].Tables.Select(table => table.Name));
        Assert.DoesNotContain(result.Databases[0].Tables, table => table.References.Any(reference => reference.IsForward));
    }

    [Fact]
    public void A_cycle_of_tables_leaves_one_foreign_key_for_later()
    {
        var result = Plan(
            Class("User", Column("Id"), Reference("Home", "Address", isNullable: true)),
            Class("Address", Column("Id"), Reference("Owner", "User")));

        var forward = result.Databases[0].Tables.SelectMany(table => table.References).Where(reference => reference.IsForward);
        Assert.Equal("fk_addresses_owner_id", Assert.Single(forward).Name);
    }

    [Fact]
    public void Colliding_reverse_names_keep_the_first_and_report_the_second()
    {
        var result = Plan(
            Class("User", Column("Id")), Class("Post", Column("Id"), Reference("Author", "User"), Reference("Editor", "User", isNullable: true)));

        Assert.Equal("Author", Assert.Single(result.Models[1].Referrers).Relation);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("COV1007", "Shop.Post", "Editor"), (problem.Rule, problem.Type, problem.Member));
        Assert.Equal(["Post", "Editor", "Post.Author", "User", "Posts", "EditorPosts"], problem.Arguments);
    }

    [Fact]
    public void Equal_specs_give_equal_plans_with_equal_hashes()
    {
        var (one, other) = (Shop(), Shop());

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());

        static GraphResult Shop() => Plan(
            Class("Post", Column("Id"), Reference("Author", "User"), ManyToMany("Tags", "Tag")), Class("Tag", Column("Id")), Class("User", Column("Id")));
    }

    [Fact]
    public void Three_thousand_models_in_a_chain_take_less_than_ten_seconds()
    {
        var models = Enumerable.Range(0, 3000).Select(i => i == 0 ? Class("M0", Column("Id")) : Class($"M{i}", Reference("Previous", $"M{i - 1}", isKey: true)));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = Plan([.. models]);

        Assert.Equal(3000, result.Models.Count);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    private static TablePlan Table(GraphResult result, string name) => result.Databases[0].Tables.Single(table => table.Name == name);

    private static (string, string, string, string) Names(ColumnPair pair) => (pair.Here, pair.HereColumn, pair.There, pair.ThereColumn);
}
