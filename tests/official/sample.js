// The sample graph of the tests, written by hand as a user of the official packages would write it.
"use strict";

const pulumi = require("@pulumi/pulumi");
const kubernetes = require("@pulumi/kubernetes");
const command = require("@pulumi/command");
const random = require("@pulumi/random");

class Component extends pulumi.ComponentResource {}

const home = new Component("bgplb:index:LoadBalancer", "home", {
  peers: ["172.29.51.1", "fd47:25e1:2f96:51::1"],
  capacity: 100,
});
const cluster = new kubernetes.Provider(
  "cluster",
  {
    kubeconfig: pulumi.secret("kind: Config"),
    context: "home-ops",
    enableServerSideApply: true,
    helmReleaseSettings: { suppressBetaWarning: true },
  },
  { parent: home },
);
const password = new random.RandomPassword("password", { length: 24, special: false }, { parent: home });

const releases = new Component("bgplb:index:CiliumRelease", "release", { version: "1.20.0" }, { parent: home });
const release = new kubernetes.helm.v3.Release(
  "cilium",
  {
    chart: "cilium",
    version: "1.20.0",
    name: "cilium",
    namespace: "kube-system",
    repositoryOpts: { repo: "https://charts.example.net/" },
    timeout: 1800,
    values: { bgpControlPlane: { enabled: true }, l2: null },
  },
  {
    parent: releases,
    provider: cluster,
    import: "kube-system/cilium",
    protect: true,
    customTimeouts: { create: "1800s", update: "90s" },
  },
);

const router = new Component(
  "bgplb:index:RouterChange",
  "gateway",
  { configuration: "router bgp 64513\n neighbor peers\n" },
  { parent: home, dependsOn: releases },
);
const expand = new command.remote.Command(
  "expand",
  {
    create: "sh -s",
    connection: { host: "172.29.51.1", user: "bgplb", privateKey: "key", hostKey: "ssh-ed25519 AAAA" },
    stdin: pulumi.interpolate`password ${password.result}\nkey ${pulumi.secret("swordfish")}\n`,
    logging: command.remote.Logging.None,
    addPreviousOutputInEnv: false,
  },
  { parent: router, dependsOn: releases, retainOnDelete: true, ignoreChanges: ["stdin", "triggers"] },
);

const auth = new kubernetes.core.v1.Secret(
  "auth",
  {
    metadata: { name: "bgp-auth", namespace: "kube-system" },
    stringData: { password: password.result },
    type: "Opaque",
  },
  { parent: home, provider: cluster, dependsOn: router },
);
const pool = new kubernetes.apiextensions.CustomResource(
  "bgp-default",
  {
    apiVersion: "cilium.io/v2",
    kind: "CiliumLoadBalancerIPPool",
    metadata: { name: "bgp-default", annotations: { "bgplb/auth": pulumi.interpolate`secret ${auth.id}, ${64513}, ${true}` } },
    spec: { disabled: false, blocks: [{ cidr: "172.29.52.0/24" }] },
  },
  { parent: home, provider: cluster, dependsOn: [release, auth], retainOnDelete: false },
);

releases.registerOutputs({});
router.registerOutputs({ expanded: expand.stdout });
home.registerOutputs({ pool: pool.id, ran: expand.stdout });

module.exports = {
  digest: pulumi.interpolate`sha256:${pool.id}`,
  pools: [{ name: "bgp-default", addresses: 100 }],
  password: pulumi.secret("hunter2"),
};
