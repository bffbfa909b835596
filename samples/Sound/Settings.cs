using System.ComponentModel.DataAnnotations;

namespace Sound;

/// <summary>What a night is run with.</summary>
internal sealed class PipelineSettings
{
    [Required]
    public string OrdersFile { get; set; } = "";

    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The day whose orders are loaded, so that any night can be run again.</summary>
    [Required]
    public DateOnly? Day { get; set; }

    [Range(1, 10_000)]
    public int BatchSize { get; set; }

    /// <summary>The share of bad lines above which the file itself is taken to be broken.</summary>
    [Range(typeof(decimal), "0", "1", ParseLimitsInInvariantCulture = true)]
    public decimal AcceptableRejects { get; set; }

    [Range(1, 3650)]
    public int RetentionDays { get; set; }
}

/// <summary>Where the treasury is. The key comes from the environment or a secret store, never from a file in the tree.</summary>
internal sealed class TreasurySettings
{
    [Required]
    public Uri? Address { get; set; }

    [Required]
    public string ApiKey { get; set; } = "";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Who may read what we serve.</summary>
internal sealed class ServingSettings
{
    [Required, MinLength(16)]
    public string ApiKey { get; set; } = "";
}
